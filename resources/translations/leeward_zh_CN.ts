<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>leeward</name>
    <message>
      <location filename="leeward/chat/schema.py" />
      <source>a schema must be a JSON object</source>
      <translation>模式必须是一个 JSON 对象</translation>
    </message>
    <message>
      <location filename="leeward/chat/schema.py" />
      <source>the schema is nested too deeply</source>
      <translation>模式嵌套过深</translation>
    </message>
    <message>
      <location filename="leeward/chat/tool_rules.py" />
      <source>Calls a tool</source>
      <translation>调用工具</translation>
    </message>
    <message>
      <location filename="leeward/chat/tool_rules.py" />
      <source>Calls {tool}</source>
      <translation>调用 {tool}</translation>
    </message>
    <message>
      <location filename="leeward/chat/tool_rules.py" />
      <source>What the tool said</source>
      <translation>工具的返回</translation>
    </message>
    <message>
      <location filename="leeward/desktop.py" />
      <source>What was here before is kept in {folder}.</source>
      <translation>原有内容保存在 {folder}。</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/desktop.py" />
      <source>{n:,} chats are back.</source>
      <extracomment>For one: {n:,} chat is back.</extracomment>
      <translation>
        <numerusform>已恢复 {n:,} 个对话。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>LoRA adapter</source>
      <comment>a file</comment>
      <translation>LoRA 适配器</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>model</source>
      <comment>a file</comment>
      <translation>模型</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>multimodal projector</source>
      <comment>a file</comment>
      <translation>多模态投影器</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>other</source>
      <comment>a file</comment>
      <translation>其他</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>vocabulary</source>
      <comment>a file</comment>
      <translation>词汇表</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>A small model of the same family that guesses what comes next: it is used while answers are measured to be quicker with it, and takes memory.</source>
      <translation>同一系列的小模型，用来猜测接下来的内容：只有测得用它回答更快时才会使用，并会占用内存。</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Adapters loaded on top, each with its strength.</source>
      <translation>叠加加载的适配器，各有其强度。</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Another chat template than the file's own.</source>
      <translation>使用文件自带模板以外的对话模板。</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Compute attention in small pieces: less memory, and faster nearly everywhere.</source>
      <translation>把注意力分成小块计算：占用内存更少，几乎处处更快。</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How exactly the model remembers what it has read. q8_0 halves that memory, q4_0 quarters it and costs quality.</source>
      <translation>模型记忆已读内容的精度。q8_0 使这部分内存减半，q4_0 减至四分之一但会降低质量。</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How many layers the graphics card computes. More is faster, as long as they fit into its memory.</source>
      <translation>由显卡计算的层数。越多越快，前提是显存放得下。</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How many processor cores compute. More than there are real cores makes it slower.</source>
      <translation>参与计算的处理器核心数。超过实际核心数反而更慢。</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How much of a prompt is computed at once. More reads faster on a graphics card and needs more memory.</source>
      <translation>一次计算提示词的量。越多，显卡读取越快，但需要更多内存。</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How much of a prompt is read between two looks at the Stop button.</source>
      <translation>两次检查“停止”按钮之间读取提示词的量。</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How much of the conversation the model sees at once. More needs more memory, in proportion.</source>
      <translation>模型一次能看到多少对话。越多，所需内存按比例增加。</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Keep the model in memory even when other programs need some.</source>
      <translation>即使其他程序需要内存，也把模型留在内存中。</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Leave the experts of a mixture model to the processor: large ones then fit a small graphics card.</source>
      <translation>把混合模型的专家留给处理器：这样大模型也能用小显卡。</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Leave the model in its file, which takes the least memory. Off is faster on Linux, and safer on network and USB drives.</source>
      <translation>让模型留在文件中，占用内存最少。关闭后在 Linux 上更快，在网络驱动器和 U 盘上更安全。</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Stretch the context beyond what the model was trained for. Answers become worse with it.</source>
      <translation>把上下文拉长到训练长度以外。回答质量会随之下降。</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>The factor of that stretching: 0.5 doubles the context.</source>
      <translation>拉长的系数：0.5 使上下文加倍。</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>a persona has a grammar or a json_schema, not both</source>
      <translation>角色只能有 grammar 或 json_schema 之一，不能两者都有</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>an adapter must be the name of a file, not a path</source>
      <translation>适配器必须是文件名，不能是路径</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>it is not a persona of Leeward</source>
      <translation>它不是 Leeward 的角色</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>it was written by a newer Leeward</source>
      <translation>它由更新版本的 Leeward 写入</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>json_schema must be a JSON object as text</source>
      <translation>json_schema 必须是以文本写出的 JSON 对象</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>sampling must be a table</source>
      <translation>sampling 必须是一个表</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>0 always takes the likeliest word; more varies more.</source>
      <translation>0 总是取最可能的词；越大变化越多。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>A repetition does not reach across these texts.</source>
      <translation>重复不会跨过这些文本。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>A word becomes less likely each time that it was said; 0 is off.</source>
      <translation>词每说一次就变得更不可能；0 为关闭。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>A word that was said becomes less likely, once; 0 is off.</source>
      <translation>说过的词变得更不可能，只计一次；0 为关闭。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Above 1 the temperature stays low until the model is very unsure.</source>
      <translation>大于 1 时，温度会一直较低，直到模型非常不确定。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Above 1 words that were just said become less likely; 1 is off.</source>
      <translation>大于 1 时，刚说过的词变得更不可能；1 为关闭。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Adaptive-p: memory</source>
      <translation>Adaptive-p：记忆</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Adaptive-p: target</source>
      <translation>Adaptive-p：目标</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Against repetition</source>
      <translation>避免重复</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Choose among so many of the likeliest words; 0 is all.</source>
      <translation>在这么多个最可能的词中选择；0 为全部。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Choose among the likeliest words that have this share together; 1 is all.</source>
      <translation>在合计占此份额的最可能的词中选择；1 为全部。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Choose among words of usual surprise that have this share together; 1 is all.</source>
      <translation>在意外程度正常、合计占此份额的词中选择；1 为全部。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: allowed length</source>
      <translation>DRY：允许长度</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: breakers</source>
      <translation>DRY：中断符</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: growth</source>
      <translation>DRY：增长</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: reach</source>
      <translation>DRY：范围</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: strength</source>
      <translation>DRY：强度</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Draw words whose likelihood is near this share, on average over the text.</source>
      <translation>抽取可能性接近此份额的词（按整段文本平均）。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Dynamic temperature: exponent</source>
      <translation>动态温度：指数</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Dynamic temperature: spread</source>
      <translation>动态温度：幅度</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>For filling a gap in code: end early rather than late.</source>
      <translation>用于填补代码中的空缺：宁可早些结束。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Frequency penalty</source>
      <translation>频率惩罚</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How daring</source>
      <translation>大胆程度</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How fast Mirostat adapts.</source>
      <translation>Mirostat 的适应速度。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How fast that grows with the length of the repetition.</source>
      <translation>它随重复长度增长的速度。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How long earlier words count for that average.</source>
      <translation>较早的词在该平均值中保留多久。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How many of the last words are searched for repetitions.</source>
      <translation>在最近多少个词中查找重复。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How many of the last words the penalties look at.</source>
      <translation>惩罚查看最近多少个词。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How often the likeliest words are left out, for less expected answers.</source>
      <translation>多久略去一次最可能的词，使回答更出人意料。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How strongly a word is avoided that would go on with a repetition of what was said.</source>
      <translation>对会延续已有重复的词的回避强度。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How surprising, in bits a word: less is more focused.</source>
      <translation>意外程度，以每词比特数计：越小越集中。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Infill</source>
      <translation>填空</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Keep the text equally surprising throughout, by the first or the second method of Mirostat.</source>
      <translation>用 Mirostat 的第一种或第二种方法，使文本的意外程度保持均匀。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Leave out words that are less likely than this part of the likeliest.</source>
      <translation>略去可能性低于最可能词这一比例的词。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Leave out words whose score lies further below the best than so many standard deviations; 0 is off.</source>
      <translation>略去得分比最佳低这么多个标准差以上的词；0 为关闭。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Make single words likelier or unlikelier: pairs of a token's number and -100 (never) to 100 (always).</source>
      <translation>让个别词更可能或更不可能：词元编号与 -100（从不）到 100（总是）的成对数值。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Min-p</source>
      <translation>Min-p</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Mirostat: pace</source>
      <translation>Mirostat：速度</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Mirostat: surprise</source>
      <translation>Mirostat：意外程度</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Mirostat: version</source>
      <translation>Mirostat：版本</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Only words above this share are left out, all but the last of them.</source>
      <translation>只略去高于此份额的词，但保留其中最后一个。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Other ways to draw</source>
      <translation>其他抽取方式</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Presence penalty</source>
      <translation>存在惩罚</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Repeat penalty</source>
      <translation>重复惩罚</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Repeat penalty: reach</source>
      <translation>重复惩罚：范围</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Repetitions of up to so many words cost nothing.</source>
      <translation>不超过这么多词的重复不受惩罚。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Seed</source>
      <translation>随机种子</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Special</source>
      <translation>特殊</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Temperature</source>
      <translation>温度</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>The same seed and the same question give the same answer.</source>
      <translation>同样的种子和同样的问题得到同样的回答。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>The temperature follows how sure the model is, by so much up and down.</source>
      <translation>温度随模型的确定程度上下浮动这么多。</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Top-k</source>
      <translation>Top-k</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Top-n-sigma</source>
      <translation>Top-n-sigma</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Top-p</source>
      <translation>Top-p</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Typical-p</source>
      <translation>Typical-p</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>What may be chosen at all</source>
      <translation>可选的范围</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Word bias</source>
      <translation>词偏置</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>XTC: probability</source>
      <translation>XTC：概率</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>XTC: threshold</source>
      <translation>XTC：阈值</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/draft_model.py" />
      <source>it cannot take back what it has read, or cannot write</source>
      <translation>它不能撤回已读的内容，或不能写作</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/draft_model.py" />
      <source>it cuts text into other tokens than the model</source>
      <translation>它切分文本的词元与该模型不同</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/draft_model.py" />
      <location filename="leeward/library/adapter_check.py" />
      <location filename="leeward/library/draft_check.py" />
      <location filename="leeward/storage/backup_file.py" />
      <location filename="leeward/storage/personas.py" />
      <source>there is no such file</source>
      <translation>没有这样的文件</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Answers end with a control token of the model.</source>
      <translation>回答以模型的控制词元结束。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Answers end with words that Leeward looks for.</source>
      <translation>回答以 Leeward 会查找的文字结束。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It begins with {text}, which is plain text for this model.</source>
      <translation>它以 {text} 开头，而对此模型这只是普通文本。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It changes the order of the messages.</source>
      <translation>它会打乱消息的顺序。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It is the known one of this model.</source>
      <translation>这是此模型的已知模板。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It knows no system prompt: Leeward puts it before the first question.</source>
      <translation>它不支持系统提示词：Leeward 会把它放在第一个问题之前。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It knows no tools: they cannot be used with it.</source>
      <translation>它不支持工具：不能与它一起使用工具。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It puts no mark behind an answer: the model may go on and on.</source>
      <translation>它不在回答后放置标记：模型可能会没完没了地说下去。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It refuses a conversation of question, answer and question.</source>
      <translation>它拒绝“问题、回答、问题”这样的对话。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It refuses tools.</source>
      <translation>它拒绝工具。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It writes the mark that begins a text twice.</source>
      <translation>它把文本起始标记写了两次。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It writes the mark that begins a text twice; Leeward puts it once.</source>
      <translation>它把文本起始标记写了两次；Leeward 只放一次。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It writes the mark that begins a text, and the model asks for it too: it is put once.</source>
      <translation>它写入文本起始标记，模型也要求它：只放一次。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Of two questions in a row the model does not see both.</source>
      <translation>连续两个问题，模型看不全。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Questions and answers follow each other as they were said.</source>
      <translation>问题和回答按说出的顺序排列。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Template and tokenizer agree on the space before a text.</source>
      <translation>模板与分词器对文本前的空格一致。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file brings its own chat template.</source>
      <translation>文件自带对话模板。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file has no chat template: it may be a base model that continues text. The built-in one named {name} stands in.</source>
      <translation>文件没有对话模板：它可能是续写文本的基础模型。改用内置模板 {name}。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file only names a template, {name}, and nobody here knows it.</source>
      <translation>文件只写了模板名 {name}，而这里不认识它。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file only names a template, {name}; Leeward has it.</source>
      <translation>文件只写了模板名 {name}；Leeward 有这个模板。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The mark that begins a text is put once.</source>
      <translation>文本起始标记只放一次。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see its own earlier answer.</source>
      <translation>模型看不到自己先前的回答。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see the system prompt.</source>
      <translation>模型看不到系统提示词。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see your first question.</source>
      <translation>模型看不到第一个问题。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see your second question.</source>
      <translation>模型看不到第二个问题。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The system prompt has a place of its own.</source>
      <translation>系统提示词有自己的位置。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Thinking before the answer can be switched on and off.</source>
      <translation>可以开启或关闭回答前的思考。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>This model has no mark that begins a text.</source>
      <translation>此模型没有文本起始标记。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Tools are shown to the model.</source>
      <translation>工具会展示给模型。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Two questions in a row are joined to one.</source>
      <translation>连续两个问题会合并成一个。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Two questions in a row are shown as two.</source>
      <translation>连续两个问题会显示为两个。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>What it puts behind an answer, {text}, does not end one with this model.</source>
      <translation>它在回答后放置的 {text} 不会让此模型结束回答。</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>What it puts behind an answer, {text}, is plain text for this model.</source>
      <translation>它在回答后放置的 {text} 对此模型只是普通文本。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source> It asks to wait {wait_s:.0f} seconds.</source>
      <translation> 服务器要求等待 {wait_s:.0f} 秒。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>A model was loaded while this one was at work.</source>
      <translation>工作期间加载了另一个模型。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>A text has {n:,} tokens, and this model reads at most {limit_tokens:,} at once. Nothing was cut.</source>
      <translation>有一段文本含 {n:,} 个词元，而此模型一次最多读取 {limit_tokens:,} 个。没有截断任何内容。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>A tool call is required, and it is not known how this model calls tools.</source>
      <translation>要求调用工具，但不知道此模型如何调用工具。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Accept the terms on {page} and set an access token (leeward models token).</source>
      <translation>请在 {page} 接受条款，并设置访问令牌（leeward models token）。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Add one of your own under the same name to use that instead.</source>
      <translation>请添加一个同名的自定义角色来代替它。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Another program is using {path}: not saved yet.</source>
      <translation>另一个程序正在使用 {path}：尚未保存。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Ask it in a chat of its own.</source>
      <translation>请在单独的对话中提问。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Attach a part of it, or paste the lines that matter.</source>
      <translation>附加其中一部分，或粘贴相关的行。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Change the grammar or schema, or ask without it.</source>
      <translation>修改语法或模式，或不使用它再提问。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Change the message and send it again.</source>
      <translation>修改消息后重新发送。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check that the file is there and may be read, then attach it again.</source>
      <translation>确认文件存在且可读，然后重新附加。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the endpoint and proxy settings.</source>
      <translation>检查端点和代理设置。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the name, or search for it.</source>
      <translation>检查名称，或搜索它。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the network and the proxy setting, then try again.</source>
      <translation>检查网络和代理设置，然后重试。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the settings.</source>
      <translation>检查设置。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a folder on another drive. FAT32 holds files up to 4.3 GB; exFAT, NTFS and ext4 hold larger ones.</source>
      <translation>选择另一个驱动器上的文件夹。FAT32 最大支持 4.3 GB 的文件；exFAT、NTFS 和 ext4 支持更大的文件。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/model_picker.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Choose a model</source>
      <translation>选择模型</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a model that is made for it.</source>
      <translation>选择为此用途制作的模型。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a model with a chat template for tools, or do not require a call.</source>
      <translation>选择带有工具对话模板的模型，或不要求调用工具。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a model, then send again.</source>
      <translation>选择一个模型，然后重新发送。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller context length or a smaller model.</source>
      <translation>选择更短的上下文长度或更小的模型。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller context length or model, or close other programs. It can be tried all the same (--force).</source>
      <translation>选择更短的上下文长度或更小的模型，或关闭其他程序。也可以强行尝试（--force）。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller context length, close other programs, or choose a smaller model.</source>
      <translation>选择更短的上下文长度、关闭其他程序，或选择更小的模型。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller model of the same family as the draft model, or none: on the Models page, or with leeward models set MODEL draft=FILE.</source>
      <translation>请选择同一系列的较小模型作为草稿模型，或不用：可在“模型”页更改，或用 leeward models set MODEL draft=FILE。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose an adapter that was made from this model, or ask without one.</source>
      <translation>选择由此模型制作的适配器，或不用适配器提问。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose an export of Leeward, ChatGPT, LM Studio, Jan or Open WebUI, or JSON Lines with messages.</source>
      <translation>选择 Leeward、ChatGPT、LM Studio、Jan 或 Open WebUI 的导出文件，或含 messages 的 JSON Lines。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another backup, or copy this one again from where it was made.</source>
      <translation>选择另一个备份，或从制作处重新复制这一个。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another file of this model, or another model.</source>
      <translation>选择此模型的其他文件，或其他模型。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another file or another repository.</source>
      <translation>选择其他文件或其他仓库。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another model.</source>
      <translation>选择其他模型。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another name, or allow it to be replaced (--overwrite).</source>
      <translation>选择其他名称，或允许替换（--overwrite）。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another one, or correct its file.</source>
      <translation>选择另一个，或更正其文件。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose one of these, or add one from a file: leeward personas add FILE.</source>
      <translation>从中选择一个，或从文件添加：leeward personas add FILE。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose one of these, or leave the choice to the engine; leeward doctor says what is missing.</source>
      <translation>从中选择一个，或交给引擎选择；leeward doctor 会说明缺少什么。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose the profile they are in (--profile).</source>
      <translation>选择它们所在的配置目录（--profile）。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Close the other program. Saving goes on by itself.</source>
      <translation>关闭另一个程序。保存会自动继续。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Connect the drive it is on, or choose another folder.</source>
      <translation>连接它所在的驱动器，或选择其他文件夹。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Connect the drive it was on, or choose another model.</source>
      <translation>连接它原来所在的驱动器，或选择其他模型。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Copy the text</source>
      <translation>复制文本</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Copy the text and try again.</source>
      <translation>复制文本后重试。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Correct it, or empty it.</source>
      <translation>更正它，或清空它。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Correct the file, or ask whoever made it for another one.</source>
      <translation>更正文件，或向制作者要另一个。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Delete it where it came from, or with your file manager; it then leaves the list by itself.</source>
      <translation>请在来源处或用文件管理器删除它；之后它会自动从列表中消失。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Download the file again, or choose another model.</source>
      <translation>重新下载文件，或选择其他模型。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Free some space, or choose another folder.</source>
      <translation>释放一些空间，或选择其他文件夹。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Free space on the drive of {path}, or copy the text. Saving goes on by itself.</source>
      <translation>释放 {path} 所在驱动器的空间，或复制文本。保存会自动继续。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Give the number of one of them.</source>
      <translation>请给出其中一个的编号。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Give yourself the right to write there, or start with another profile folder (--profile).</source>
      <translation>取得该处的写入权限，或用其他配置目录启动（--profile）。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Install the newer version, or start with another profile folder (--profile).</source>
      <translation>安装更新的版本，或用其他配置目录启动（--profile）。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>It is loaded again with a context of {amount:,} tokens.</source>
      <translation>正以 {amount:,} 个词元的上下文重新加载。</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/error_text.py" />
      <source>It is loaded again with {n} layers on the graphics card.</source>
      <extracomment>For one: It is loaded again with {n} layer on the graphics card.</extracomment>
      <translation>
        <numerusform>正在重新加载，其中 {n} 层放在显卡上。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>It is loaded again without the graphics card.</source>
      <translation>正在重新加载，不使用显卡。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>It starts again by itself; then try again.</source>
      <translation>它会自动重新启动；之后请重试。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>LEEWARD_CMAKE_ARGS="-DGGML_RPC=on" make setup builds it with RPC.</source>
      <translation>LEEWARD_CMAKE_ARGS="-DGGML_RPC=on" make setup 可构建带 RPC 的引擎。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Leave that model out, or download it again.</source>
      <translation>去掉该模型，或重新下载它。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Leeward is already running with the profile {path}.</source>
      <translation>Leeward 已在使用配置目录 {path} 运行。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load again</source>
      <translation>重新加载</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load anyway</source>
      <translation>仍然加载</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load it again, or choose another model.</source>
      <translation>重新加载它，或选择其他模型。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load the model again, or choose a smaller one; your text is safe.</source>
      <translation>重新加载模型，或选择更小的模型；文字都还在。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load the model again.</source>
      <translation>重新加载模型。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Make the pack again on the computer it comes from.</source>
      <translation>请在原来的电脑上重新制作模型包。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Mend that or choose another place, then try again.</source>
      <translation>解决该问题或选择其他位置，然后重试。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Model file changed: {path} was replaced, moved or cut while it was loaded. Your text is safe.</source>
      <translation>模型文件已改变：{path} 在加载期间被替换、移动或截断。文字都还在。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Move it away, or choose another folder.</source>
      <translation>把它移走，或选择其他文件夹。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/sidebar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>New chat</source>
      <translation>新对话</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>No connection to {host}. A download goes on where it was.</source>
      <translation>无法连接 {host}。下载会从中断处继续。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>No model is loaded.</source>
      <translation>没有加载模型。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Nothing of {repo} can be downloaded so: {reason}.</source>
      <translation>{repo} 中没有可以这样下载的内容：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Nothing was imported from {path}: {reason}.</source>
      <translation>没有从 {path} 导入任何内容：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/full_panel.py" />
      <source>Open settings</source>
      <translation>打开设置</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Open the folder</source>
      <translation>打开文件夹</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Paste the lines that matter into the message.</source>
      <translation>把相关的行粘贴到消息中。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Put the adapter back, choose one that was made from this model, or none: what is set for a model is changed on the Models page or with leeward models set MODEL adapters=FILE.</source>
      <translation>放回适配器，选择由此模型制作的适配器，或不用适配器：模型的设置可在“模型”页更改，或用 leeward models set MODEL adapters=FILE。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Restore a backup from the backups folder of the profile, or go on with an empty one.</source>
      <translation>从配置目录的 backups 文件夹恢复备份，或从空白开始。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Send it, or remove one of them first.</source>
      <translation>先发送，或先移除其中一个。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Several conversations are called {wanted}: {found}.</source>
      <translation>有多个对话叫 {wanted}：{found}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Shorten the message and send it again.</source>
      <translation>缩短消息后重新发送。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/crash_dialog.py" />
      <source>Show the report</source>
      <translation>显示报告</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something could not be fetched.</source>
      <translation>有内容无法获取。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something could not be saved. What you typed is still here.</source>
      <translation>有内容无法保存。输入的文字仍在这里。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something did not work. Your text is safe.</source>
      <translation>出了点问题。文字都还在。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something in Leeward went wrong ({name}). Your chats are saved.</source>
      <translation>Leeward 出错了（{name}）。对话已保存。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Split the text into shorter ones, or choose a model that reads longer ones.</source>
      <translation>把文本拆短，或选择能读更长文本的模型。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start a new chat, shorten the message, or set a larger context length.</source>
      <translation>开始新对话、缩短消息，或设置更长的上下文长度。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start again now</source>
      <translation>立即重新启动</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start again when the model that you want is loaded: what is done is kept.</source>
      <translation>加载好想用的模型后重新开始：已完成的都会保留。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start llama.cpp's rpc-server there, of the same version as the engine here, and check address and port.</source>
      <translation>在那里启动与此处引擎同版本的 llama.cpp rpc-server，并检查地址和端口。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/chat/composer.py" />
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/speed/dialog.py" />
      <location filename="leeward/ui/tuning_row.py" />
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Text and code can be attached; copy the text out of other documents and paste it.</source>
      <translation>可以附加文本和代码；其他文档请复制其中的文字后粘贴。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The RPC server {server} cannot be used: {reason}.</source>
      <translation>无法使用 RPC 服务器 {server}：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The chat database is damaged. The file was kept as {path}; nothing of it was deleted.</source>
      <translation>对话数据库已损坏。文件保留为 {path}，没有删除任何内容。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The chat template of this model cannot be used: {reason}.</source>
      <translation>无法使用此模型的对话模板：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The chats were written by a newer Leeward (format {found_version}, this one knows {known_version}). The file was not touched.</source>
      <translation>对话由更新版本的 Leeward 写入（格式 {found_version}，此版本支持到 {known_version}）。文件未被改动。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The disk is full: not saved. What you typed is still here.</source>
      <translation>磁盘已满：未保存。输入的文字仍在这里。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The download was sent on to an address that is not safe ({host}) and was stopped.</source>
      <translation>下载被转到不安全的地址（{host}），已停止。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The drive has too little room: {needed_bytes} are needed, {free_bytes} are free.</source>
      <translation>驱动器空间不足：需要 {needed_bytes}，可用 {free_bytes}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The drive of {path} cannot hold a file as large as {file}: its file system or a limit of the system does not allow it.</source>
      <translation>{path} 所在的驱动器放不下像 {file} 这么大的文件：其文件系统或系统限制不允许。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine cannot answer. Your text is safe.</source>
      <translation>引擎无法回答。文字都还在。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine did not answer for {silent_s:.0f} seconds and was ended. Your text is safe.</source>
      <translation>引擎 {silent_s:.0f} 秒没有响应，已被结束。文字都还在。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine ran out of memory and stopped. Your text is safe.</source>
      <translation>引擎内存不足而停止。文字都还在。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine stopped {n} times within {window_s} and is not started again by itself.</source>
      <translation>引擎在 {window_s}内停止了 {n} 次，不再自动启动。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine stopped. Your text is safe.</source>
      <translation>引擎停止了。文字都还在。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine was built without RPC, so {server} was not contacted.</source>
      <translation>引擎构建时未包含 RPC，因此没有连接 {server}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine was started again. What it had said is kept.</source>
      <translation>引擎已重新启动。它说过的内容都已保留。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The file was not attached.</source>
      <translation>文件未附加。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The folder {path} cannot be written: nothing new is saved.</source>
      <translation>无法写入文件夹 {path}：新的内容都没有保存。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The folder {path} is not there.</source>
      <translation>文件夹 {path} 不存在。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The grammar or JSON schema for the answer cannot be used: {reason}.</source>
      <translation>无法使用回答的语法或 JSON 模式：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The model cannot be asked this as it is.</source>
      <translation>无法就这样向模型提问。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The model file {path} is not there any more.</source>
      <translation>模型文件 {path} 已不存在。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The model pack was not made, because of {path}{reason}.</source>
      <translation>模型包未制作，因为 {path}{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The new file could not be made. The others are untouched.</source>
      <translation>无法制作新文件。其他文件未受影响。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The persona cannot be used.</source>
      <translation>无法使用该角色。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The persona {name} came with Leeward and stays.</source>
      <translation>角色 {name} 随 Leeward 提供，会保留。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The server does not give this file to you (status {status}).</source>
      <translation>服务器不允许获取此文件（状态 {status}）。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The server is busy (status {status}). A download goes on where it was.{wait}</source>
      <translation>服务器繁忙（状态 {status}）。下载会从中断处继续。{wait}</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The setting {name} cannot be used: {reason}.</source>
      <translation>无法使用设置 {name}：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The settings file {path} could not be read, so the defaults are used. The old file was kept.</source>
      <translation>无法读取设置文件 {path}，因此使用默认值。旧文件已保留。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The text is {size_bytes} and at most {limit_bytes} can be sent at once.</source>
      <translation>文本为 {size_bytes}，一次最多发送 {limit_bytes}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There are no conversations in the profile {path}.</source>
      <translation>配置目录 {path} 中没有对话。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is a file {path} already. It was not touched.</source>
      <translation>文件 {path} 已存在，未被改动。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is another file {path} in {folder}. It was not touched.</source>
      <translation>{folder} 中已有另一个文件 {path}，未被改动。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is no conversation {wanted}.</source>
      <translation>没有对话 {wanted}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is no device {name} to compute on (there is: {found}).</source>
      <translation>没有可用于计算的设备 {name}（现有：{found}）。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is no persona {name} (there is: {found}).</source>
      <translation>没有角色 {name}（现有：{found}）。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This chat has {n:,} tokens, and the model has room for {n_ctx:,}. Nothing was cut or sent.</source>
      <translation>此对话有 {n:,} 个词元，而模型只容得下 {n_ctx:,} 个。没有截断或发送任何内容。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This could not be taken in or out. Your chats are as they were.</source>
      <translation>无法导入或导出。对话保持原样。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This message has {limit} files already.</source>
      <translation>此消息已有 {limit} 个文件。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This model cannot be used.</source>
      <translation>无法使用此模型。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This model cannot do that: {reason}.</source>
      <translation>此模型做不到：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This was not asked beside the conversation: {reason}.</source>
      <translation>没有在对话旁提问：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/tuning_row.py" />
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again in another place.</source>
      <translation>请换一个位置重试。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again later, or choose another file.</source>
      <translation>请稍后重试，或选择其他文件。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again later.</source>
      <translation>请稍后重试。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again with another file.</source>
      <translation>请用其他文件重试。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again.</source>
      <translation>请重试。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again; if it happens again, the report in the logs folder says where.</source>
      <translation>请重试；如果再次发生，logs 文件夹中的报告会说明位置。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Understood</source>
      <translation>知道了</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Use the window that is open or close it, or start with another profile folder (--profile).</source>
      <translation>使用已打开的窗口或关闭它，或用其他配置目录启动（--profile）。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Wait until it is there, or stop the other download.</source>
      <translation>等它下载完，或停止另一个下载。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>When the model is back, try again.</source>
      <translation>模型恢复后请重试。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>a minute</source>
      <translation>一分钟</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>leeward export --list shows the conversations with their numbers.</source>
      <translation>leeward export --list 会列出对话及其编号。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/library/about.py" />
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{model} was not loaded, because {path} cannot be used as an adapter for it: {reason}.</source>
      <translation>{model} 未加载，因为 {path} 不能用作它的适配器：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{model} was not loaded, because {path} cannot be used as its draft model: {reason}.</source>
      <translation>{model} 未加载，因为 {path} 不能用作它的草稿模型：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/library/in_words.py" />
      <location filename="leeward/library/speed_text.py" />
      <source>{n:.1f} GB</source>
      <translation>{n:.1f} GB</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{n:.1f} MB</source>
      <translation>{n:.1f} MB</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{name} did not arrive as announced: {reason}. Nothing of it is used.</source>
      <translation>{name} 收到的内容与声明不符：{reason}。其内容不会被使用。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{n} minutes</source>
      <translation>{n} 分钟</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be read{reason}. It was not attached.</source>
      <translation>无法读取 {path}{reason}。未附加。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be restored: {reason}. Nothing was changed.</source>
      <translation>无法恢复 {path}：{reason}。没有任何改动。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be used as a draft model: {reason}.</source>
      <translation>{path} 不能用作草稿模型：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be used as an adapter: {reason}.</source>
      <translation>{path} 不能用作适配器：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} has {size:,} KB, and at most {limit:,} KB can be attached.</source>
      <translation>{path} 有 {size:,} KB，最多可附加 {limit:,} KB。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is being downloaded already.</source>
      <translation>{path} 已在下载。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is no persona that can be used: {reason}.</source>
      <translation>{path} 不是可用的角色：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not a model that can be loaded{reason}.</source>
      <translation>{path} 不是可加载的模型{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not a text file. It was not attached.</source>
      <translation>{path} 不是文本文件。未附加。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not deleted{reason}.</source>
      <translation>{path} 未删除{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not what a model pack should hold{reason}. Nothing of it was added to the models.</source>
      <translation>{path} 不是模型包应有的内容{reason}。没有把任何内容加入模型。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} needs more memory than this computer has free.</source>
      <translation>{path} 需要的内存超过这台电脑的可用内存。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} needs more memory than this computer has free: it needs {needed_bytes}, and {available_bytes} are free.</source>
      <translation>{path} 需要的内存超过这台电脑的可用内存：需要 {needed_bytes}，可用 {available_bytes}。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} was not made: {reason}. The files it was to be made of are untouched.</source>
      <translation>{path} 未制作：{reason}。来源文件未受影响。</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{wanted} was not found.</source>
      <translation>未找到 {wanted}。</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>, sliding window of {n:,} tokens</source>
      <translation>，滑动窗口 {n:,} 个词元</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>, {n} heads of {head_dim_k} ({n_kv_heads} for keys and values)</source>
      <translation>，{n} 个 {head_dim_k} 维的头（键和值 {n_kv_heads} 个）</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Adapter</source>
      <translation>适配器</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Architecture</source>
      <translation>架构</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Context</source>
      <translation>上下文</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Experts</source>
      <translation>专家</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/extraction/table.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>From</source>
      <translation>来源</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Holds</source>
      <translation>内容</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Last used</source>
      <translation>上次使用</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Layers</source>
      <translation>层数</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Licence</source>
      <translation>许可证</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/library/speed_text.py" />
      <source>Memory</source>
      <translation>内存</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>On disk</source>
      <translation>占用磁盘</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Parameters</source>
      <translation>参数</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Path</source>
      <translation>路径</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>SHA-256</source>
      <translation>SHA-256</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Sees with</source>
      <translation>视觉组件</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Template</source>
      <translation>模板</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Tokenizer</source>
      <translation>分词器</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>about {total} at {n:,} tokens, {kv_type} ({parts}, {rest} more)</source>
      <translation>约 {total}（{n:,} 个词元，{kv_type}；{parts}，另需 {rest}）</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>never here</source>
      <translation>从未在此使用</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>not Leeward</source>
      <translation>非 Leeward</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>not stated</source>
      <translation>未说明</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>rank {ranks}, alpha {alpha:g}, changes {n} tensors of its model</source>
      <translation>秩 {ranks}，alpha {alpha:g}，改动模型的 {n} 个张量</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>unpacked here</source>
      <translation>在此解包</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>yes, {n:,} characters</source>
      <translation>有，{n:,} 个字符</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{kind}, {n:,} tokens</source>
      <translation>{kind}，{n:,} 个词元</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{low} to {high}</source>
      <translation>{low} 至 {high}</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <location filename="leeward/ui/chat/items.py" />
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>{n:,} tokens</source>
      <translation>{n:,} 个词元</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{name}, {size}</source>
      <translation>{name}，{size}</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{name}, {size} in {n} files</source>
      <translation>{name}，{size}，共 {n} 个文件</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{n}, {n_embd} wide</source>
      <translation>{n}，宽 {n_embd}</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{n}, {n_experts_used} used per token</source>
      <translation>{n}，每个词元使用 {n_experts_used} 个</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{weights} weights, {kv} keys and values</source>
      <translation>权重 {weights}，键和值 {kv}</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it changes nothing</source>
      <translation>它不改变任何内容</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it does not say that it is an adapter, as old converters did not</source>
      <translation>它没有说明自己是适配器，旧的转换器也是如此</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it is a whole model, which is loaded by itself</source>
      <translation>它是一个完整的模型，应单独加载</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it is to begin at certain words of the text (aLoRA), which Leeward does not do</source>
      <translation>它要从文本的某些词开始生效（aLoRA），Leeward 不支持</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>its name cannot be written as text</source>
      <translation>它的名称无法写成文本</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>its strength (alpha) is not a number</source>
      <translation>它的强度（alpha）不是数字</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>a file is missing</source>
      <translation>缺少文件</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>damaged</source>
      <translation>已损坏</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>folder not available</source>
      <translation>文件夹不可用</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>not read yet</source>
      <translation>尚未读取</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>ready</source>
      <translation>就绪</translation>
    </message>
    <message>
      <location filename="leeward/library/fit.py" />
      <source>Keys and values are stored smaller (q8_0), because memory is short: long prompts are read slower.</source>
      <translation>因内存不足，键和值以较小的格式（q8_0）存储：读取长提示词会较慢。</translation>
    </message>
    <message>
      <location filename="leeward/library/fit.py" />
      <source>The context length is {n:,} tokens instead of {n_ctx:,}, because memory is short.</source>
      <translation>因内存不足，上下文长度为 {n:,} 个词元，而不是 {n_ctx:,} 个。</translation>
    </message>
    <message>
      <location filename="leeward/library/gguf_source.py" />
      <location filename="leeward/storage/text_file.py" />
      <source>it is not a file</source>
      <translation>它不是文件</translation>
    </message>
    <message>
      <location filename="leeward/library/gguf_source.py" />
      <source>the file became shorter while it was read</source>
      <translation>读取期间文件变短了</translation>
    </message>
    <message>
      <location filename="leeward/library/gguf_source.py" />
      <source>the file ends within its header: it is cut off or damaged</source>
      <translation>文件在头部就结束了：它被截断或已损坏</translation>
    </message>
    <message>
      <location filename="leeward/library/header.py" />
      <location filename="leeward/library/transfer.py" />
      <source>it is not a GGUF file</source>
      <translation>它不是 GGUF 文件</translation>
    </message>
    <message>
      <location filename="leeward/library/header.py" />
      <source>it was made for a big-endian machine</source>
      <translation>它是为大端序机器制作的</translation>
    </message>
    <message>
      <location filename="leeward/library/header.py" />
      <source>two tokens of its vocabulary are spelled alike</source>
      <translation>其词汇表中有两个词元写法相同</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>MB</source>
      <translation>MB</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>a word every {time}</source>
      <translation>每 {time} 一个词</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>kB</source>
      <translation>kB</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>{n} B</source>
      <translation>{n} B</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>{n} h</source>
      <translation>{n} 小时</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>{n} min</source>
      <translation>{n} 分钟</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <location filename="leeward/ui/chat/thinking.py" />
      <source>{n} s</source>
      <translation>{n} 秒</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/library/in_words.py" />
      <source>{n} words a second</source>
      <extracomment>For one: {n} word a second</extracomment>
      <translation>
        <numerusform>每秒 {n} 个词</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>{size} of memory planned</source>
      <translation>计划内存 {size}</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>{size} used</source>
      <translation>已用 {size}</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>It cannot be loaded as a model: {reason}.</source>
      <translation>它不能作为模型加载：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>It does not name the token that ends an answer.</source>
      <translation>它没有指明结束回答的词元。</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>It has no chat template, so it may be a base model that continues text instead of answering.</source>
      <translation>它没有对话模板，因此可能是续写文本而不作回答的基础模型。</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>Its architecture {architecture} is not among those that llama-cpp-python {version} knows; a newer engine may be needed.</source>
      <translation>其架构 {architecture} 不在 llama-cpp-python {version} 支持之列；可能需要更新的引擎。</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>Its chat template is empty, larger than {size}, or not text.</source>
      <translation>其对话模板为空、大于 {size}，或不是文本。</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it does not say of which architecture it is</source>
      <translation>它没有说明属于哪种架构</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it does not say which tokenizer it has</source>
      <translation>它没有说明使用哪种分词器</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it has attention and does not say how many heads</source>
      <translation>它有注意力机制，却没有说明有多少个头</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it has no list of tokens</source>
      <translation>它没有词元表</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it holds a vocabulary and no weights</source>
      <translation>它只含词汇表，没有权重</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it holds something else than a model</source>
      <translation>它的内容不是模型</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it is the part of a multimodal model that sees and hears (mmproj), which goes with another file</source>
      <translation>它是多模态模型中负责看和听的部分（mmproj），需与另一个文件配合</translation>
    </message>
    <message>
      <location filename="leeward/library/offers.py" />
      <source>it has no GGUF files</source>
      <translation>其中没有 GGUF 文件</translation>
    </message>
    <message>
      <location filename="leeward/library/offers.py" />
      <source>its SHA-256 is not known, so it could not be checked</source>
      <translation>其 SHA-256 未知，因此无法校验</translation>
    </message>
    <message>
      <location filename="leeward/library/offers.py" />
      <source>one of its files is empty</source>
      <translation>其中有一个文件为空</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it cannot be read; perhaps its drive was taken out</source>
      <translation>无法读取；也许它的驱动器已被拔出</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it is no list of a model pack that this version knows</source>
      <translation>它不是此版本认识的模型包清单</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it is too large</source>
      <translation>它太大</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists a file of a name that is not allowed</source>
      <translation>它列出了不允许的文件名</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists a size or hash that is none</source>
      <translation>它列出的大小或哈希无效</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists models without files, or too many files</source>
      <translation>它列出了没有文件的模型，或文件过多</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists two files of the same name</source>
      <translation>它列出了两个同名文件</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>its content is not what Leeward once downloaded</source>
      <translation>其内容不是 Leeward 当初下载的内容</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>its content is not what was packed (SHA-256 differs)</source>
      <translation>其内容不是打包时的内容（SHA-256 不同）</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>its name is too long for a pack</source>
      <translation>它的名称对模型包来说太长</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>the file is not there</source>
      <translation>文件不存在</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>two of the models have files of the same name</source>
      <translation>有两个模型含有同名文件</translation>
    </message>
    <message>
      <location filename="leeward/library/persona_files.py" />
      <source>there is no adapter of that name in the model folders</source>
      <translation>模型文件夹中没有该名称的适配器</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>it is taken off the list, and its files stay</source>
      <translation>从列表中移除，文件保留</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>it lies in another folder that a link leads to</source>
      <translation>它位于链接指向的另一个文件夹中</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>it was not downloaded or unpacked by Leeward</source>
      <translation>它不是由 Leeward 下载或解包的</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>its files are deleted</source>
      <translation>删除其文件</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>the link is removed, and the file it leads to stays</source>
      <translation>移除链接，链接指向的文件保留</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>away: the drive or file is not there</source>
      <translation>不在：驱动器或文件不存在</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>away: the drive or folder is not there</source>
      <translation>不在：驱动器或文件夹不存在</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>away: the drive or folder is not there; {models} stay listed</source>
      <translation>不在：驱动器或文件夹不存在；{models}仍在列表中</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>no models</source>
      <translation>没有模型</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>not found on this computer now</source>
      <translation>现在这台电脑上找不到</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>{models}, {size}</source>
      <translation>{models}，{size}</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/library/sources.py" />
      <source>{n} models</source>
      <extracomment>For one: {n} model</extracomment>
      <translation>
        <numerusform>{n} 个模型</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>First word</source>
      <translation>首个词</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>First word of a chat that was kept on disk: {time}.</source>
      <translation>保存在磁盘上的对话的首个词：{time}。</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>First word, asked again</source>
      <translation>首个词（再次提问）</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Leeward, engine {engine}, measured on {date} (UTC)</source>
      <translation>Leeward，引擎 {engine}，测量于 {date}（UTC）</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Length of the prompt, in tokens</source>
      <translation>提示词长度（词元）</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Not measured: {lengths} tokens. That would have taken more than {n} seconds in all.</source>
      <translation>未测量：{lengths} 词元。那样总共会超过 {n} 秒。</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Not measured: {lengths} tokens. With an answer that is more than the context of {n_ctx:,} has room for.</source>
      <translation>未测量：{lengths} 词元。加上回答，超出了 {n_ctx:,} 的上下文所能容纳的长度。</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Reads a prompt, tokens/s</source>
      <translation>读取提示词，词元/秒</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Reads {prompt} times and writes {decode} times as fast as on {date}.</source>
      <translation>与 {date} 相比，读取速度为其 {prompt} 倍，书写速度为其 {decode} 倍。</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Writes, tokens/s</source>
      <translation>书写，词元/秒</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Writing reaches {percent} % of what this machine's memory allows ({rate} a second, {limit} tokens/s).</source>
      <translation>书写速度达到本机内存所允许上限的 {percent} %（每秒 {rate}，{limit} 词元/秒）。</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Writing was faster than reading all of the model from memory ({rate} a second): the processor's caches hold a part of it, or something else kept the machine busy.</source>
      <translation>书写速度超过了从内存读取整个模型的速度（每秒 {rate}）：处理器缓存保存了其中一部分，或者当时本机正忙于其他任务。</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{cpu}, {n} cores, {memory} of memory, {system}</source>
      <translation>{cpu}，{n} 个核心，{memory} 内存，{system}</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{date}: {model} on {device}, {threads}, reads {prompt} and writes {decode} tokens/s at {n:,} tokens</source>
      <translation>{date}：{model}，{device}，{threads}，{n:,} 词元时读取 {prompt}、书写 {decode} 词元/秒</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{date}: {model}, too slow to be measured</source>
      <translation>{date}：{model}，太慢，无法测量</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{model} on {device}, {threads}, loaded in {time}</source>
      <translation>{model}，运行于 {device}，{threads}，加载用时 {time}</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{n:.1f} s</source>
      <translation>{n:.1f} 秒</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{n:.2f} s</source>
      <translation>{n:.2f} 秒</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{n} ms</source>
      <translation>{n} 毫秒</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/library/speed_text.py" />
      <source>{n} threads</source>
      <extracomment>For one: {n} thread</extracomment>
      <translation>
        <numerusform>{n} 个线程</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/library/template_echo.py" />
      <source>Asked for a hello, the model answers and ends by itself.</source>
      <translation>要求问好时，模型会回答并自行结束。</translation>
    </message>
    <message>
      <location filename="leeward/library/template_echo.py" />
      <source>Asked for a hello, the model goes on and on: it may not know how to end.</source>
      <translation>要求问好时，模型说个不停：它可能不知道如何结束。</translation>
    </message>
    <message>
      <location filename="leeward/library/template_echo.py" />
      <source>Asked for a hello, the model says nothing.</source>
      <translation>要求问好时，模型什么也没说。</translation>
    </message>
    <message>
      <location filename="leeward/library/transfer.py" />
      <source>a web page came instead of the file</source>
      <translation>收到的是网页而不是文件</translation>
    </message>
    <message>
      <location filename="leeward/library/transfer.py" />
      <source>it is longer than announced</source>
      <translation>它比声明的更长</translation>
    </message>
    <message>
      <location filename="leeward/library/transfer.py" />
      <source>its SHA-256 is another one</source>
      <translation>其 SHA-256 不同</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>How fast it will be is not known: nothing like it was measured on this machine.</source>
      <translation>速度未知：这台机器上没有测过类似的模型。</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It fits with up to {n:,} tokens of context: it needs {needs}, and {free}.</source>
      <translation>上下文不超过 {n:,} 个词元时可用：需要 {needs}，{free}。</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It fits: it needs {needs}, and {free}.</source>
      <translation>可用：需要 {needs}，{free}。</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It is slow here. {sentence}</source>
      <translation>在这里较慢。{sentence}</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It is too large for this machine: it needs {needs} and does not fit with less, and {free}.</source>
      <translation>对这台机器来说太大：需要 {needs}，再少也放不下，{free}。</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>To a prompt of {n:.0f} words, the first word comes in about {time}, then about {speed}.</source>
      <translation>对 {n:.0f} 个词的提示词，约 {time}后出现第一个词，之后约{speed}。</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>To a prompt of {n:.0f} words, the first word comes within about {time}, then at least {speed}.</source>
      <translation>对 {n:.0f} 个词的提示词，约 {time}内出现第一个词，之后至少{speed}。</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>Weights take {weights_bytes}, keys and values {kv_bytes} ({kv_type}), computing and the rest {rest}.</source>
      <translation>权重占 {weights_bytes}，键和值占 {kv_bytes}（{kv_type}），计算及其他占 {rest}。</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>fits</source>
      <translation>可用</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>fits with less context</source>
      <translation>缩短上下文后可用</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>slow</source>
      <translation>较慢</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>too large</source>
      <translation>太大</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>{size} are free now</source>
      <translation>现在可用 {size}</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>{size} is free now</source>
      <translation>现在可用 {size}</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>{size} of free memory at {n:,} tokens of context</source>
      <translation>{size} 可用内存（上下文 {n:,} 个词元）</translation>
    </message>
    <message>
      <location filename="leeward/library/web.py" />
      <source>the connection was closed early</source>
      <translation>连接过早关闭</translation>
    </message>
    <message>
      <location filename="leeward/storage/atomic.py" />
      <source>its drive allows no file of that size</source>
      <translation>其驱动器不允许这么大的文件</translation>
    </message>
    <message>
      <location filename="leeward/storage/atomic.py" />
      <source>its folder cannot be written</source>
      <translation>其文件夹无法写入</translation>
    </message>
    <message>
      <location filename="leeward/storage/atomic.py" />
      <source>the disk is full</source>
      <translation>磁盘已满</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>it is no backup of Leeward</source>
      <translation>它不是 Leeward 的备份</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>it is no ordinary file</source>
      <translation>它不是普通文件</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>its list has a size or hash that is none</source>
      <translation>其清单中的大小或哈希无效</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>its list names other files than a backup has</source>
      <translation>其清单列出了备份中不应有的文件</translation>
    </message>
    <message>
      <location filename="leeward/storage/personas.py" />
      <source>it cannot be read</source>
      <translation>无法读取</translation>
    </message>
    <message>
      <location filename="leeward/storage/personas.py" />
      <source>it is nested too deeply</source>
      <translation>嵌套过深</translation>
    </message>
    <message>
      <location filename="leeward/storage/personas.py" />
      <source>the file is too large</source>
      <translation>文件太大</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>a file in it is too large</source>
      <translation>其中有一个文件太大</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it holds too many files</source>
      <translation>其中的文件过多</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it is damaged</source>
      <translation>它已损坏</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it is no zip file, or its end is missing</source>
      <translation>它不是 zip 文件，或缺少结尾</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it uses a method of compression that is not known</source>
      <translation>它使用了未知的压缩方法</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>its end is damaged</source>
      <translation>它的结尾已损坏</translation>
    </message>
    <message>
      <location filename="leeward/ui/banner.py" />
      <source>&amp;Undo</source>
      <translation>撤销(&amp;U)</translation>
    </message>
    <message>
      <location filename="leeward/ui/banner.py" />
      <source>Close this message</source>
      <translation>关闭此消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/banner.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>(empty)</source>
      <translation>（空）</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/chat/actions.py" />
      <source>All branches of this chat</source>
      <translation>此对话的所有分支</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>Branches</source>
      <translation>分支</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/speed/dialog.py" />
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>Show this branch</source>
      <translation>显示此分支</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>System</source>
      <translation>系统</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>The model is answering. When it has ended, another branch can be shown.</source>
      <translation>模型正在回答。结束后才能显示其他分支。</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>There is one branch so far. Editing a message or answering again makes another one.</source>
      <translation>目前只有一个分支。编辑消息或重新回答会产生新的分支。</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>Tool</source>
      <translation>工具</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>What is shown now stands in bold letters.</source>
      <translation>当前显示的以粗体标出。</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>You</source>
      <translation>你</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>{branch}, shown now</source>
      <translation>{branch}，当前显示</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/branches_dialog.py" />
      <source>{n} messages</source>
      <extracomment>For one: {n} message</extracomment>
      <translation>
        <numerusform>{n} 条消息</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Answer again</source>
      <translation>重新回答</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Continue</source>
      <translation>继续</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Copy message</source>
      <translation>复制消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Delete from here</source>
      <translation>从这里删除</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Edit message</source>
      <translation>编辑消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>How it was made</source>
      <translation>如何生成</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Insert a message of the model after it</source>
      <translation>在其后插入一条模型消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Insert a message of yours after it</source>
      <translation>在其后插入一条自己的消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>New chat from here</source>
      <translation>从这里开始新对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Next version</source>
      <translation>下一版本</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Previous version</source>
      <translation>上一版本</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <location filename="leeward/ui/context_meter.py" />
      <source>Attached files</source>
      <translation>附加的文件</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <source>Attached: {file}, {facts}</source>
      <translation>已附加：{file}，{facts}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <source>Take off {file}</source>
      <translation>移除 {file}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <source>{n:,.1f} KB</source>
      <translation>{n:,.1f} KB</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <source>{n:,} bytes</source>
      <extracomment>For one: {n:,} byte</extracomment>
      <translation>
        <numerusform>{n:,} 字节</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Heading {level}</source>
      <translation>标题 {level}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>List item</source>
      <translation>列表项</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Paragraph</source>
      <translation>段落</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Quote</source>
      <translation>引用</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Table, {rows} rows, {columns} columns</source>
      <translation>表格，{rows} 行，{columns} 列</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Code</source>
      <translation>代码</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Code, {language}</source>
      <translation>代码，{language}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Copy code</source>
      <translation>复制代码</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Copy {language} code</source>
      <translation>复制 {language} 代码</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Do not wrap long lines</source>
      <translation>不自动换行</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Hide what is in it</source>
      <translation>隐藏内容</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Save code as a file</source>
      <translation>将代码保存为文件</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Save {language} code as a file</source>
      <translation>将 {language} 代码保存为文件</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Show what is in it</source>
      <translation>显示内容</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Wrap long lines</source>
      <translation>长行自动换行</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>text</source>
      <translation>文本</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <location filename="leeward/ui/compose.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Attach text files</source>
      <translation>附加文本文件</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Esc stops the answer</source>
      <translation>Esc 停止回答</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Message {name}…</source>
      <translation>给 {name} 发消息…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Send</source>
      <translation>发送</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Send after this answer</source>
      <translation>在此回答后发送</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Write a message…</source>
      <translation>写消息…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{keys} · / for prompts</source>
      <translation>{keys} · / 选择提示词</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{keys} · Esc cancels</source>
      <translation>{keys} · Esc 取消</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{key} saves · {line_key} starts a new line</source>
      <translation>{key} 保存 · {line_key} 换行</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{key} sends it after this answer · Esc stops the answer</source>
      <translation>{key} 在此回答后发送 · Esc 停止回答</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{key} sends · {line_key} starts a new line</source>
      <translation>{key} 发送 · {line_key} 换行</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <location filename="leeward/ui/link_dialog.py" />
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/small_dialogs.py" />
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Cancel. {text}</source>
      <translation>取消。{text}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Do not send this waiting message</source>
      <translation>不发送这条等待中的消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Edit this waiting message</source>
      <translation>编辑这条等待中的消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Next: {text}</source>
      <translation>接下来：{text}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Sent after this answer</source>
      <translation>在此回答后发送</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Then: {text}</source>
      <translation>然后：{text}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>and {n} more</source>
      <translation>还有 {n} 条</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>Jump to the newest message</source>
      <translation>跳到最新消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>New text</source>
      <translation>新内容</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>{name} said</source>
      <translation>{name}说</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>{text}, hidden</source>
      <translation>{text}，已隐藏</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>{text}, shown</source>
      <translation>{text}，已显示</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/field.py" />
      <source>Message</source>
      <translation>消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <source>Close the search</source>
      <translation>关闭查找</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Find in this chat</source>
      <translation>在此对话中查找</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Next match</source>
      <translation>下一个匹配</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <source>No match</source>
      <translation>无匹配</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Previous match</source>
      <translation>上一个匹配</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <source>{current:,} of {n:,}</source>
      <translation>{current:,} / {n:,}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>Continue this answer</source>
      <translation>继续此回答</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>Continue this answer where it was cut</source>
      <translation>从中断处继续此回答</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>More actions</source>
      <translation>更多操作</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>Version {number} of {n}</source>
      <translation>第 {number} 版，共 {n} 版</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/inline.py" />
      <source>[image: {name}]</source>
      <translation>[图片：{name}]</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Edited</source>
      <translation>已编辑</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>Interrupted</source>
      <translation>已中断</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>Length limit reached</source>
      <translation>达到长度上限</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Stopped</source>
      <translation>已停止</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>read {new:,} new of {n:,}</source>
      <translation>新读 {new:,} / {n:,}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>{share} % reused</source>
      <translation>复用 {share}%</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>{speed:.1f} tokens/s</source>
      <translation>{speed:.1f} 词元/秒</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>{time:.2f} s to first token</source>
      <translation>{time:.2f} 秒出首个词元</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/memory_line.py" />
      <source>The model's memory begins here</source>
      <translation>模型的记忆从这里开始</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/memory_line.py" />
      <source>What stands above had left the model's memory when it answered last: there was no more room. It stays in the chat.</source>
      <translation>模型上次回答时，以上内容已离开其记忆：没有更多空间了。它仍保留在对话中。</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/pool.py" />
      <source>System prompt set</source>
      <translation>已设置系统提示词</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/pool.py" />
      <source>You said</source>
      <translation>你说</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/prompt_menu.py" />
      <source>Edit prompts…</source>
      <translation>编辑提示词…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/prompt_menu.py" />
      <location filename="leeward/ui/prompts_dialog.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Prompts</source>
      <translation>提示词</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/spelling.py" />
      <source>Add “{word}” to the dictionary</source>
      <translation>将“{word}”加入词典</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/spelling.py" />
      <source>Ignore “{word}”</source>
      <translation>忽略“{word}”</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy selection</source>
      <translation>复制所选</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy selection as Markdown</source>
      <translation>将所选复制为 Markdown</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy selection as plain text</source>
      <translation>将所选复制为纯文本</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy the link's address</source>
      <translation>复制链接地址</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Select all</source>
      <translation>全选</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thinking…</source>
      <translation>思考中…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thinking… {words}</source>
      <translation>思考中… {words}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thought for a moment</source>
      <translation>思考了片刻</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thought for {words}</source>
      <translation>思考了 {words}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thoughts</source>
      <translation>思考过程</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>{minutes} min {seconds} s</source>
      <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/view.py" />
      <source>Conversation</source>
      <translation>对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/view.py" />
      <source>Waiting for the model…</source>
      <translation>正在等待模型…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_actions.py" />
      <source>Actions of this message</source>
      <translation>此消息的操作</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_actions.py" />
      <source>The message and what followed it were deleted</source>
      <translation>已删除该消息及其后的内容</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>Assistant</source>
      <translation>助手</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>It is kept. Ask again, or write on.</source>
      <translation>它已保留。可以再问一次，或继续写。</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>The model is answering.</source>
      <translation>模型正在回答。</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>This question has no answer yet.</source>
      <translation>这个问题还没有回答。</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>Wait for the end, or stop it with Esc.</source>
      <translation>等它结束，或按 Esc 停止。</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_reading.py" />
      <source>All files (*)</source>
      <translation>所有文件 (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_reading.py" />
      <source>Save code</source>
      <translation>保存代码</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <source>Actions and chats</source>
      <translation>操作和对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>All actions</source>
      <translation>所有操作</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <source>What do you want to do, or which chat?</source>
      <translation>想做什么，或打开哪个对话？</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <source>What to do, or which chat</source>
      <translation>要做什么，或哪个对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/compose.py" />
      <source>{name} was taken off</source>
      <translation>已移除 {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>An answer is left room for {room:,} tokens; the context has {size:,}.</source>
      <translation>为回答留出 {room:,} 个词元；上下文共 {size:,} 个。</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>Context: {used:,} of {size:,} tokens, {percent} % full</source>
      <translation>上下文：{used:,} / {size:,} 个词元，已用 {percent} %</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>Free</source>
      <translation>空闲</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>Some of it is a guess until the model has counted it.</source>
      <translation>其中一部分在模型计数之前是估计值。</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>System prompt</source>
      <translation>系统提示词</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>The chat so far</source>
      <translation>到目前为止的对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>What fills the context</source>
      <translation>上下文中的内容</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>What the model reads next</source>
      <translation>模型接下来读取的内容</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>What you are writing</source>
      <translation>正在写的内容</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>{part}: {n:,} tokens</source>
      <translation>{part}：{n:,} 个词元</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_list.py" />
      <source>Folder {name}, {n:,} chats, closed</source>
      <extracomment>For one: Folder {name}, {n:,} chat, closed</extracomment>
      <translation>
        <numerusform>文件夹 {name}，{n:,} 个对话，已收起</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_list.py" />
      <source>Folder {name}, {n:,} chats, open</source>
      <extracomment>For one: Folder {name}, {n:,} chat, open</extracomment>
      <translation>
        <numerusform>文件夹 {name}，{n:,} 个对话，已展开</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_list.py" />
      <location filename="leeward/ui/conversation_rows.py" />
      <source>temporary</source>
      <translation>临时</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Archive</source>
      <comment>verb</comment>
      <translation>归档</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/kept_row.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete all {n:,} chats in the bin for good? They cannot be brought back.</source>
      <translation>永久删除回收站中的全部 {n:,} 个对话？删除后无法找回。</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete for good…</source>
      <translation>永久删除…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete the folder</source>
      <translation>删除文件夹</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete “{title}” for good? It cannot be brought back.</source>
      <translation>永久删除“{title}”？删除后无法找回。</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Export…</source>
      <translation>导出…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Move to</source>
      <translation>移动到</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/sidebar.py" />
      <source>New folder…</source>
      <translation>新建文件夹…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>No folder</source>
      <translation>无文件夹</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/link_dialog.py" />
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Pin to the top</source>
      <translation>置顶</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Rename</source>
      <translation>重命名</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/transfer.py" />
      <source>Restore</source>
      <translation>还原</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Tags</source>
      <translation>标签</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Tags…</source>
      <translation>标签…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Take off the top</source>
      <translation>取消置顶</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Take out of the archive</source>
      <translation>取消归档</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Archive</source>
      <translation>归档</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Bin</source>
      <translation>回收站</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Chats</source>
      <translation>对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Folder</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Folders</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Messages in the newest {n} chats</source>
      <translation>最近 {n} 个对话中的消息</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Messages in {n} chats</source>
      <extracomment>For one: Messages in {n} chat</extracomment>
      <translation>
        <numerusform>{n} 个对话中的消息</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Nothing found</source>
      <translation>未找到任何内容</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Nothing is in the archive</source>
      <translation>归档为空</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Older</source>
      <translation>更早</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Pinned</source>
      <translation>已置顶</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Previous 7 days</source>
      <translation>过去 7 天</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Searching the messages…</source>
      <translation>正在搜索消息…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <location filename="leeward/ui/header.py" />
      <source>Temporary</source>
      <translation>临时</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>The bin is empty</source>
      <translation>回收站为空</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Today</source>
      <translation>今天</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Untitled chat</source>
      <translation>未命名对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Yesterday</source>
      <translation>昨天</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>archive</source>
      <translation>归档</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>d MMM yyyy</source>
      <comment>a date, in the letters of Qt</comment>
      <translation>yyyy年M月d日</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>goes within the hour</source>
      <translation>一小时内清除</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n:,} chats</source>
      <extracomment>For one: {n:,} chat</extracomment>
      <translation>
        <numerusform>{n:,} 个对话</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n:,} chats, kept for {days} days</source>
      <extracomment>For one: {n:,} chat, kept for {days} days</extracomment>
      <translation>
        <numerusform>{n:,} 个对话，保留 {days} 天</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n:,} titles</source>
      <extracomment>For one: {n:,} title</extracomment>
      <translation>
        <numerusform>{n:,} 个标题</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n} days left</source>
      <extracomment>For one: {n} day left</extracomment>
      <translation>
        <numerusform>还剩 {n} 天</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n} of {all:,} titles</source>
      <translation>{n} / {all:,} 个标题</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_view.py" />
      <source>Conversations</source>
      <translation>对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Go on</source>
      <translation>继续</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>Something in Leeward went wrong. Your chats and what you typed are saved.</source>
      <translation>Leeward 出错了。对话和输入的文字都已保存。</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>Something went wrong</source>
      <translation>出错了</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>You can go on. The fault is {kind} at {place}; a report could not be written.</source>
      <translation>可以继续使用。错误为 {kind}，位于 {place}；无法写入报告。</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>You can go on; if something looks odd, start Leeward again. The report {name} says where it happened. It holds nothing of your chats.</source>
      <translation>可以继续使用；如有异常，请重新启动 Leeward。报告 {name} 说明了出错位置，其中不含任何对话内容。</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>A temporary chat: it is never written to the disk, and it is gone when Leeward ends.</source>
      <translation>临时对话：不会写入磁盘，Leeward 结束后即消失。</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Any GGUF file works. You can also drag one onto this window.</source>
      <translation>任何 GGUF 文件都可以。也可以把文件拖到此窗口。</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Chat with {name}</source>
      <translation>与 {name} 对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Choose a model to begin</source>
      <translation>选择一个模型开始</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Example: {title}</source>
      <translation>示例：{title}</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Explain how a boat sails against the wind</source>
      <translation>解释帆船如何逆风航行</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Explain how a sailing boat can sail against the wind.</source>
      <translation>请解释帆船如何能够逆风航行。</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <location filename="leeward/ui/model_picker.py" />
      <source>Get models…</source>
      <translation>获取模型…</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Getting {name} ready</source>
      <translation>正在准备 {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>It runs on this computer. Nothing you write leaves it.</source>
      <translation>它在这台电脑上运行。写下的内容不会离开这里。</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <location filename="leeward/ui/model_picker.py" />
      <source>Open a GGUF file…</source>
      <translation>打开 GGUF 文件…</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write a Python function that tells whether a word is a palindrome, with an example.</source>
      <translation>请写一个 Python 函数，判断一个单词是否为回文，并给出示例。</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write a short, friendly e-mail that asks my landlord to repair the heating.</source>
      <translation>请写一封简短友好的邮件，请房东修理暖气。</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write a small Python program</source>
      <translation>写一个小的 Python 程序</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write an e-mail to my landlord</source>
      <translation>给房东写一封邮件</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>You can already write your message.</source>
      <translation>现在就可以写消息了。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Forgets what was done before.</source>
      <translation>丢弃先前已完成的内容。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>How far the table is</source>
      <translation>表格的进度</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Looking at the texts…</source>
      <translation>正在查看文本…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>No model is loaded. Load one before you start.</source>
      <translation>没有加载模型。请先加载一个再开始。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/extraction/words.py" />
      <source>No model is loaded. Load one, then start again.</source>
      <translation>没有加载模型。请加载一个，然后重新开始。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>No program here opens it. The table is {path}.</source>
      <translation>这里没有程序能打开它。表格位于 {path}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Open the table</source>
      <translation>打开表格</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Read all anew</source>
      <translation>全部重新读取</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Replace it</source>
      <translation>替换</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Start</source>
      <translation>开始</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Stopping…</source>
      <translation>正在停止…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Texts into a table</source>
      <translation>文本转表格</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>This window can be closed: the table goes on. Chats are answered in between, and first.</source>
      <translation>可以关闭此窗口：表格会继续制作。期间对话优先得到回答。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>{model} reads every text, as the persona “{persona}”. What is too long for it is read in parts, a row each.</source>
      <translation>{model} 以角色“{persona}”读取每个文本。过长的文本会分段读取，每段一行。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>All files</source>
      <translation>所有文件</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>As CSV, for spreadsheets</source>
      <translation>CSV，用于电子表格</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>As JSON Lines, for programs</source>
      <translation>JSON Lines，用于程序</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose a folder, or drop it here</source>
      <translation>选择文件夹，或拖到这里</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose the folder with the texts</source>
      <translation>选择存放文本的文件夹</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose the folder with the texts first.</source>
      <translation>请先选择存放文本的文件夹。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose where the table goes</source>
      <translation>选择表格的保存位置</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose…</source>
      <translation>选择…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Example</source>
      <translation>示例</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Folder with the texts</source>
      <translation>存放文本的文件夹</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <source>JSON schema</source>
      <translation>JSON 模式</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>JSON schemas</source>
      <translation>JSON 模式</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Mend the JSON schema first, or take the example.</source>
      <translation>请先更正 JSON 模式，或使用示例。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Open a JSON schema</source>
      <translation>打开 JSON 模式</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Open a file with a JSON schema</source>
      <translation>打开含 JSON 模式的文件</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Open a file…</source>
      <translation>打开文件…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Put in the example of a schema</source>
      <translation>填入示例模式</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Say where the table goes.</source>
      <translation>请说明表格的保存位置。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Table</source>
      <translation>表格</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Texts</source>
      <translation>文本</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>The name of the table must end in {csv} or {jsonl}.</source>
      <translation>表格名称必须以 {csv} 或 {jsonl} 结尾。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <location filename="leeward/ui/extraction/table.py" />
      <source>The table</source>
      <translation>表格</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>What the table is made of</source>
      <translation>表格的来源</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>What to take out of each, as a JSON schema</source>
      <translation>从每个文本中提取什么（JSON 模式）</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Where the table goes</source>
      <translation>表格的保存位置</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>{name} cannot be used: {reason}. Choose another file.</source>
      <translation>无法使用 {name}：{reason}。请选择其他文件。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/opening.py" />
      <source>“Turn texts into a table” of the actions (Ctrl+K) shows it.</source>
      <translation>在操作列表（Ctrl+K）中选择“将文本转为表格”即可显示。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/table.py" />
      <source>As before</source>
      <translation>沿用以前的</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/table.py" />
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/prompts_dialog.py" />
      <location filename="leeward/ui/receipt_dialog.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/shortcut_sheet.py" />
      <source>Done</source>
      <translation>完成</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/table.py" />
      <location filename="leeward/ui/models_page/about_panel.py" />
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Problem</source>
      <translation>问题</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/table.py" />
      <source>Status</source>
      <translation>状态</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>All {n} are done already. Write {name} again from what is known?</source>
      <translation>{n} 个已全部完成。用已知结果重新写入 {name}？</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Choose a row with a problem to read why; Back and Start try these once more.</source>
      <translation>选择有问题的行可查看原因；“返回”再“开始”会重试这些行。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Columns: {names}.</source>
      <translation>列：{names}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Done: {rows} in {name}.</source>
      <translation>完成：{name} 中有 {rows}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Leeward made a mistake, and wrote it into its log. Start again.</source>
      <translation>Leeward 出了差错，已写入日志。请重新开始。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Not right yet: {reason}.</source>
      <translation>还不正确：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Stopped.</source>
      <translation>已停止。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>The same table is being made by another Leeward. Wait until it is done, or choose another name.</source>
      <translation>另一个 Leeward 正在制作同一个表格。请等它完成，或选择其他名称。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>The table cannot be written there. Choose a place where you may write.</source>
      <translation>无法在那里写入表格。请选择可写入的位置。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There are no files in it. Choose a folder with texts.</source>
      <translation>其中没有文件。请选择含有文本的文件夹。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There are no files to read. Choose a folder with texts.</source>
      <translation>没有可读取的文件。请选择含有文本的文件夹。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There is no folder {name} for the table. Choose another place.</source>
      <translation>没有用于表格的文件夹 {name}。请选择其他位置。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There is no such folder. Choose one that is there.</source>
      <translation>没有这个文件夹。请选择存在的文件夹。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>This schema can be used. It names no properties, so the table has one column, value.</source>
      <translation>此模式可用。它没有列出属性，因此表格只有一列 value。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>What is done is kept: Back and Start go on there.</source>
      <translation>已完成的会保留：“返回”再“开始”会从那里继续。</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>about {duration}</source>
      <translation>约 {duration}</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>reads {name}</source>
      <translation>正在读取 {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>waits for the answer in the chat</source>
      <translation>等待对话中的回答</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} files, those in folders inside included.</source>
      <extracomment>For one: {n:,} file, those in folders inside included.</extracomment>
      <translation>
        <numerusform>{n:,} 个文件，包括子文件夹中的。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} of {all} are done already. Go on with the rest? {name} is written anew, with all of them.</source>
      <extracomment>For one: {n:,} of {all} is done already. Go on with the rest? {name} is written anew, with all of them.</extracomment>
      <translation>
        <numerusform>{all} 中已有 {n:,} 个完成。继续其余部分？{name} 会连同全部内容重新写入。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} of {all} are in {name}.</source>
      <extracomment>For one: {n:,} of {all} is in {name}.</extracomment>
      <translation>
        <numerusform>{all} 中有 {n:,} 个已在 {name} 中。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} rows</source>
      <extracomment>For one: {n:,} row</extracomment>
      <translation>
        <numerusform>{n:,} 行</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} with problems</source>
      <extracomment>For one: {n:,} with a problem</extracomment>
      <translation>
        <numerusform>{n:,} 个有问题</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>{name} is there already. Replace it by the new table?</source>
      <translation>{name} 已存在。用新表格替换它？</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n} of {all}</source>
      <translation>{n} / {all}</translation>
    </message>
    <message>
      <location filename="leeward/ui/follow_up_bar.py" />
      <source>Puts this question into the message field</source>
      <translation>把这个问题放进输入框</translation>
    </message>
    <message>
      <location filename="leeward/ui/follow_up_bar.py" />
      <source>What you could ask next</source>
      <translation>接下来可以问什么</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>An answer needs some {room:,} more. The oldest messages can leave the model's memory: they stay in the chat, and a line shows where its memory begins.</source>
      <translation>回答还需要约 {room:,} 个。最早的消息可以离开模型的记忆：它们仍保留在对话中，并有一条线标出记忆的起点。</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>An answer needs some {room:,} more. The oldest messages can leave the model's memory: they stay in the chat, and a line shows where its memory begins. Or it goes on from a summary, which it writes into the chat.</source>
      <translation>回答还需要约 {room:,} 个。最早的消息可以离开模型的记忆：它们仍保留在对话中，并有一条线标出记忆的起点。或者先写一份摘要放入对话，再从摘要继续。</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Do not send</source>
      <translation>不发送</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Forget the oldest</source>
      <translation>忘记最早的</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>In every chat</source>
      <translation>所有对话都如此</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Let the oldest messages leave in every chat, without asking</source>
      <translation>在所有对话中直接让最早的消息离开，不再询问</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Send anyway</source>
      <translation>仍然发送</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Shorten it, take files off, or set a larger context length. Nothing was sent.</source>
      <translation>请缩短它、移除文件，或设置更长的上下文长度。没有发送任何内容。</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Shorten the message, or send it as it is.</source>
      <translation>请缩短消息，或照原样发送。</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Summarise it</source>
      <translation>写摘要</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>The summary is a message of the chat that you can read and edit</source>
      <translation>摘要是对话中的一条消息，可以阅读和编辑</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>This does not fit: the chat would take {n} of the model's {size:,} tokens.</source>
      <translation>放不下：对话将占模型 {size:,} 个词元中的 {n} 个。</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>This leaves {n} tokens for the answer, which will be cut.</source>
      <translation>这样只给回答留下 {n} 个词元，回答会被截断。</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>This message alone has {n} tokens; the model takes {size:,}.</source>
      <translation>仅这条消息就有 {n} 个词元；模型只容得下 {size:,} 个。</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>about {n:,}</source>
      <translation>约 {n:,}</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Answers as {name}</source>
      <translation>以 {name} 的身份回答</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Asleep</source>
      <translation>休眠中</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Cancel loading</source>
      <translation>取消加载</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Its memory is free. It is loaded again when you write.</source>
      <translation>其内存已释放。您输入时会重新加载。</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Loading the model</source>
      <translation>正在加载模型</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Loading {percent} %</source>
      <translation>正在加载 {percent} %</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Nothing of this chat is written to the disk. It is gone when Leeward ends.</source>
      <translation>此对话不会写入磁盘，Leeward 结束后即消失。</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Personas</source>
      <translation>角色</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Personas: {name} answers</source>
      <translation>角色：由 {name} 回答</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/sidebar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Show or hide the sidebar</source>
      <translation>显示或隐藏侧边栏</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/sidebar.py" />
      <source>Temporary chat: nothing of it is kept</source>
      <translation>临时对话：不保留任何内容</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/tuning_row.py" />
      <source>Trying what is fastest here…</source>
      <translation>正在尝试此处最快的设置…</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>What the model sees</source>
      <translation>模型看到的内容</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>a change early in a chat may have to be read from the start</source>
      <translation>修改对话的较早部分时可能需要从头重新读取</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>loaded in {seconds:.1f} s</source>
      <translation>{seconds:.1f} 秒加载完成</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>loading</source>
      <translation>正在加载</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>with {adapter} ({scale:g})</source>
      <translation>使用 {adapter}（{scale:g}）</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:,} tokens of context</source>
      <translation>上下文 {n:,} 个词元</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_action.py" />
      <source>Forget what was read ({size} on disk)</source>
      <translation>忘掉已读的内容（磁盘上 {size}）</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_action.py" />
      <source>Nothing that was read is kept on disk</source>
      <translation>磁盘上没有保留已读的内容</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_action.py" />
      <source>The chat stays. The model reads it again when it is asked something in it.</source>
      <translation>对话本身会保留。再在其中提问时，模型会重新读一遍。</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Delete what was read</source>
      <translation>删除已读取的内容</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Kept now</source>
      <translation>当前保留</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Most of “{title}”: {size}.</source>
      <translation>最多的是“{title}”：{size}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Nothing is kept.</source>
      <translation>没有保留任何内容。</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/kept_row.py" />
      <source>Of {n:,} chats: {size}.</source>
      <extracomment>For one: Of {n:,} chat: {size}.</extracomment>
      <translation>
        <numerusform>来自 {n:,} 个对话：{size}。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Without it chats are read again when they are opened.</source>
      <translation>没有它，打开对话时需要重新读取。</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>Address</source>
      <translation>地址</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>In its own letters the name is {name}: look whether it is the one you expect.</source>
      <translation>以其自身文字写出，名称是 {name}：请确认这就是想去的地方。</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>Open this link?</source>
      <translation>打开此链接？</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>This opens in another program:</source>
      <translation>将在其他程序中打开：</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>Drop text files here to attach them</source>
      <translation>把文本文件拖到这里即可附加</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>Drop the model here to load it</source>
      <translation>把模型拖到这里即可加载</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>GGUF models (*.gguf);;All files (*)</source>
      <translation>GGUF 模型 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>Open a model</source>
      <translation>打开模型</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>The chat was deleted</source>
      <translation>对话已删除</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>“{title}” was deleted</source>
      <translation>“{title}”已删除</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>About {name}: {warnings}</source>
      <translation>关于 {name}：{warnings}</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. A newer file of this model may bring a better one.</source>
      <translation>回答可能异常。此模型的较新文件可能带有更好的模板。</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. The Models page offers the built-in template {name} instead, when it is chosen there.</source>
      <translation>回答可能异常。在“模型”页选中它，可改用内置模板 {name}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. The Models page says all that was found, when it is chosen there.</source>
      <translation>回答可能异常。在“模型”页选中它，可查看全部检查结果。</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. “What the model sees” above shows the exact prompt.</source>
      <translation>回答可能异常。上方“模型看到的内容”会显示确切的提示词。</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>It may still be working. After {seconds:.0f} seconds it is started again by itself. Your text is safe.</source>
      <translation>它可能仍在工作。{seconds:.0f} 秒后会自动重新启动。文字都还在。</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Loading {name} was cancelled</source>
      <translation>已取消加载 {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>More can be had by closing other programs or with a smaller model.</source>
      <translation>关闭其他程序或使用更小的模型可得到更长的上下文。</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Starting the engine again</source>
      <translation>正在重新启动引擎</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>The chat template of {name} is not used: {reason}.</source>
      <translation>未使用 {name} 的对话模板：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>The chat template of {name}: {finding}</source>
      <translation>{name} 的对话模板：{finding}</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>The engine has not answered for {seconds:.0f} seconds.</source>
      <translation>引擎已有 {seconds:.0f} 秒没有响应。</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <location filename="leeward/ui/speed/model_menu.py" />
      <source>Model: {name}</source>
      <translation>模型：{name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <source>Starter model</source>
      <translation>入门模型</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <source>Used before</source>
      <translation>以前用过</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <source>{name} (file is gone: remove from the list)</source>
      <translation>{name}（文件已不在：从列表中移除）</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Delete the file…</source>
      <translation>删除文件…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>It is in use. Load another model to take it away.</source>
      <translation>它正在使用中。请加载其他模型后再移除。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Reading the file…</source>
      <translation>正在读取文件…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Remove the link…</source>
      <translation>移除链接…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Special tokens</source>
      <translation>特殊词元</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Take off the list…</source>
      <translation>从列表中移除…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Weights</source>
      <translation>权重</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>What it is</source>
      <translation>模型信息</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>{n} tensors</source>
      <extracomment>For one: {n} tensor</extracomment>
      <translation>
        <numerusform>{n} 个张量</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>{type}: {size}, {percent:.1f} %, {tensors}</source>
      <translation>{type}：{size}，{percent:.1f} %，{tensors}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>1 is as strong as it was trained.</source>
      <translation>1 表示与训练时强度相同。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>Add an adapter…</source>
      <translation>添加适配器…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>LoRA adapters (*.gguf);;All files (*)</source>
      <translation>LoRA 适配器 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>Strength of {name}</source>
      <translation>{name} 的强度</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>Take {name} off this model</source>
      <translation>从此模型移除 {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>{label}: add a LoRA adapter</source>
      <translation>{label}：添加 LoRA 适配器</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>About this model</source>
      <translation>关于此模型</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Choose a model to see what it needs and what files there are.</source>
      <translation>选择一个模型，查看它的需求和文件。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Download {size}</source>
      <translation>下载 {size}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Files</source>
      <translation>文件</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Files of this model</source>
      <translation>此模型的文件</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>In the list of downloads below</source>
      <translation>已在下方的下载列表中</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Load it again with these settings</source>
      <translation>以这些设置重新加载</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Reading what files it has…</source>
      <translation>正在读取它有哪些文件…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Show its page in the browser</source>
      <translation>在浏览器中显示其页面</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>There is no GGUF model in this repository.</source>
      <translation>此仓库中没有 GGUF 模型。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Use now</source>
      <translation>立即使用</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>terms to accept on its page</source>
      <translation>需在其页面接受条款</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Cancel {name}</source>
      <translation>取消 {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Download of {name}</source>
      <translation>{name} 的下载</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Go on with {name}</source>
      <translation>继续 {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Pause {name}</source>
      <translation>暂停 {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Paused</source>
      <translation>已暂停</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Take {name} off this list</source>
      <translation>从此列表移除 {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Try {name} again</source>
      <translation>重试 {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Use {name} now</source>
      <translation>立即使用 {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Verified and ready · {size}</source>
      <translation>已校验，可以使用 · {size}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Waiting for its turn</source>
      <translation>排队等待中</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>waiting for the server</source>
      <translation>正在等待服务器</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>{percent:.0f} % · {done} of {size}</source>
      <translation>{percent:.0f} % · {done} / {size}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>{size} a second · about {duration} left</source>
      <translation>每秒 {size} · 约剩 {duration}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <location filename="leeward/ui/models_page/rows.py" />
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <source>, </source>
      <translation>、</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <source>Downloading {n} models: {percent} %</source>
      <extracomment>For one: Downloading {percent} %</extracomment>
      <translation>
        <numerusform>正在下载 {n} 个模型：{percent} %</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <source>Downloads</source>
      <translation>下载</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <source>about {duration} left</source>
      <translation>约剩 {duration}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <source>{size} a second</source>
      <translation>每秒 {size}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>Choose a draft model…</source>
      <translation>选择草稿模型…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>Models (*.gguf);;All files (*)</source>
      <translation>模型 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>Use no draft model</source>
      <translation>不使用草稿模型</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>{label}: choose a small model</source>
      <translation>{label}：选择小模型</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Context length</source>
      <translation>上下文长度</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Full</source>
      <translation>完整</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Half</source>
      <translation>一半</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Keys and values</source>
      <translation>键和值</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Keys and values in f16</source>
      <translation>键和值用 f16</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Keys and values in q4_0: a quarter of the memory, and answers may be worse</source>
      <translation>键和值用 q4_0：内存为四分之一，回答可能变差</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Keys and values in q8_0: half the memory, prompts are read more slowly</source>
      <translation>键和值用 q8_0：内存减半，读取提示词较慢</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Let Leeward choose</source>
      <translation>由 Leeward 选择</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Measure this machine ({seconds:.0f} s)</source>
      <translation>测量这台机器（{seconds:.0f} 秒）</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Measuring… Cancel</source>
      <translation>正在测量…取消</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Quarter</source>
      <translation>四分之一</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Reading what the file says of itself: a few MB, not the model.</source>
      <translation>正在读取文件的自述信息：几 MB，不是整个模型。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>What this file needs is not known.</source>
      <translation>不知道此文件需要什么。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/here.py" />
      <source>{name}: {what}.</source>
      <translation>{name}：{what}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Choose a folder…</source>
      <translation>选择文件夹…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Choose at least one model, and the folder for the pack.</source>
      <translation>请至少选择一个模型，并选择模型包的文件夹。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Copying, and comparing every hash. Nothing is added before all of them are right.</source>
      <translation>正在复制并比对每个哈希。全部正确之前不会添加任何内容。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Copying, and counting the hashes…</source>
      <translation>正在复制并计算哈希…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Folder for the model pack</source>
      <translation>模型包的文件夹</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Make a model pack</source>
      <translation>制作模型包</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Make the pack</source>
      <translation>制作</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/models_page/page.py" />
      <location filename="leeward/ui/sidebar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Models</source>
      <translation>模型</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Needs {needed}; {free} is free in {folder}.</source>
      <translation>需要 {needed}；{folder} 中可用 {free}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Needs {needed}; {free} is free there.</source>
      <translation>需要 {needed}；那里可用 {free}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>No folder chosen yet</source>
      <translation>尚未选择文件夹</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/models_page/sources.py" />
      <source>Open a model pack</source>
      <translation>打开模型包</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Reading what is in it…</source>
      <translation>正在读取其中内容…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Stopped: nothing was added. What was copied is kept, and the next try goes on behind it.</source>
      <translation>已停止：没有添加任何内容。已复制的会保留，下次会接着进行。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>That is not enough, unless part of it is there already.</source>
      <translation>空间不够，除非其中一部分已经在那里。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>The models are copied with their hashes. The folder can be on a USB stick.</source>
      <translation>模型会连同哈希一起复制。文件夹可以在 U 盘上。</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>The pack is ready: {n} models with hashes in {folder}.</source>
      <extracomment>For one: The pack is ready: {n} model with hashes in {folder}.</extracomment>
      <translation>
        <numerusform>模型包已就绪：{folder} 中有 {n} 个带哈希的模型。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>This pack is empty.</source>
      <translation>此模型包是空的。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Verify and add</source>
      <translation>校验并添加</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Which models are to be in it?</source>
      <translation>要包含哪些模型？</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>{n} models are here now. Every hash was right.</source>
      <extracomment>For one: {n} model is here now. Every hash was right.</extracomment>
      <translation>
        <numerusform>{n} 个模型已添加。所有哈希均正确。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Back to the chat</source>
      <translation>返回对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Back to the list</source>
      <translation>返回列表</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Nothing was found for “{query}”.</source>
      <translation>没有找到“{query}”。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Searching…</source>
      <translation>正在搜索…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Where models come from, and model packs</source>
      <translation>模型来源和模型包</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>what you named</source>
      <translation>指定的内容</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Delete {name}? This cannot be undone.</source>
      <translation>删除 {name}？此操作无法撤销。</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Delete {name}? {n} files, {size}, cannot be brought back.</source>
      <extracomment>For one: Delete {name}? The file, {size}, cannot be brought back.</extracomment>
      <translation>
        <numerusform>删除 {name}？共 {n} 个文件，{size}，删除后无法找回。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Remove the link to {name}? The file it leads to stays.</source>
      <translation>移除指向 {name} 的链接？链接指向的文件保留。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Take {name} off the list? Its files stay.</source>
      <translation>从列表中移除 {name}？文件保留。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>{deed}?</source>
      <translation>{deed}？</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>No model yet. Search for one above, or drop a GGUF file on this window.</source>
      <translation>还没有模型。请在上方搜索，或把 GGUF 文件拖到此窗口。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>On this computer</source>
      <translation>在这台电脑上</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>Recommended</source>
      <translation>推荐</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>Suggested</source>
      <translation>建议</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>cannot be fetched: {problem}</source>
      <translation>无法获取：{problem}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>changed {date}</source>
      <translation>更新于 {date}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>drive is not there</source>
      <translation>驱动器不存在</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>file is gone</source>
      <translation>文件已不在</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>languages: {names}</source>
      <translation>语言：{names}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>licence not stated</source>
      <translation>许可证未说明</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>licence: {name}</source>
      <translation>许可证：{name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>terms to accept</source>
      <translation>需接受条款</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>with its projector for pictures</source>
      <translation>带图像投影器</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:,} downloads a month</source>
      <translation>每月 {n:,} 次下载</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:,} likes</source>
      <extracomment>For one: {n} like</extracomment>
      <translation>
        <numerusform>{n:,} 个赞</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:.0f}k</source>
      <translation>{n:.0f}k</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:.1f}M</source>
      <translation>{n:.1f}M</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n} parts</source>
      <extracomment>For one: {n} part</extracomment>
      <translation>
        <numerusform>{n} 个部分</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Most downloaded</source>
      <translation>下载最多</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Most liked</source>
      <translation>点赞最多</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Newest</source>
      <translation>最新</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Order of results: {order}</source>
      <translation>结果排序：{order}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <location filename="leeward/ui/sidebar.py" />
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Search models, or paste an address or repo id</source>
      <translation>搜索模型，或粘贴地址或仓库名</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <source>Automatic (off)</source>
      <translation>自动（关）</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <source>Automatic (on)</source>
      <translation>自动（开）</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <source>Automatic ({value:g})</source>
      <translation>自动（{value:g}）</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <location filename="leeward/ui/personas/samplers_panel.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Off</source>
      <translation>关</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>On</source>
      <translation>开</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Adapters</source>
      <translation>适配器</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Batch</source>
      <translation>批大小</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Chat template</source>
      <translation>对话模板</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Draft model</source>
      <translation>草稿模型</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Experts on the processor</source>
      <translation>专家放在处理器上</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Factor</source>
      <translation>系数</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Flash attention</source>
      <translation>Flash attention</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Fold the settings</source>
      <translation>收起设置</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>GPU layers</source>
      <translation>GPU 层数</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>How it is loaded</source>
      <translation>加载方式</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>How words are drawn</source>
      <translation>取词方式</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It costs no memory.</source>
      <translation>不占用内存。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It stays on: keys and values that are stored smaller need it.</source>
      <translation>保持开启：以较小格式存储的键和值需要它。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It takes {size} less than Leeward's choice.</source>
      <translation>比 Leeward 的选择少占 {size}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It takes {size} more than Leeward's choice.</source>
      <translation>比 Leeward 的选择多占 {size}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Leeward chooses everything for this machine.</source>
      <translation>Leeward 为这台机器选择一切。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Let Leeward choose everything</source>
      <translation>全部由 Leeward 选择</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Linear</source>
      <translation>线性</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Lock in memory</source>
      <translation>锁定在内存中</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Map the file</source>
      <translation>映射文件</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Micro-batch</source>
      <translation>微批大小</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>More context than it was trained for</source>
      <translation>超出训练长度的上下文</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>None</source>
      <comment>of stretched positions</comment>
      <translation>无</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Set by you: {names}.</source>
      <translation>已设置：{names}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Set it up</source>
      <translation>设置</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Settings of this model</source>
      <translation>此模型的设置</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Stretched positions</source>
      <translation>位置拉伸</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>The makers suggest {value:g}.</source>
      <translation>制作者建议 {value:g}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Threads</source>
      <translation>线程</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>A folder with models and their hashes, for a USB stick. Nothing of it goes over a network.</source>
      <translation>一个含模型及其哈希的文件夹，可放在 U 盘上。不经过网络。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a file…</source>
      <translation>添加文件…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a folder of models</source>
      <translation>添加模型文件夹</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a folder…</source>
      <translation>添加文件夹…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a model file</source>
      <translation>添加模型文件</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>FOLDERS AND FILES</source>
      <translation>文件夹和文件</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Listed from now on, and left where it lies: {name}</source>
      <translation>从现在起列出，文件留在原处：{name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Looking what is there…</source>
      <translation>正在查看有什么…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>MODEL PACKS</source>
      <translation>模型包</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Make a model pack…</source>
      <translation>制作模型包…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Models are used where they lie, also on other drives.</source>
      <translation>模型在原处使用，其他驱动器上的也一样。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Not found here: {names}.</source>
      <translation>这里没有找到：{names}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>OTHER PROGRAMS</source>
      <translation>其他程序</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Open a model pack…</source>
      <translation>打开模型包…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Take {name} off the list</source>
      <translation>从列表中移除 {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Taken off the list. Its files stay.</source>
      <translation>已从列表中移除。文件保留。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Ticked ones are listed and used where they lie. Leeward never changes, moves or deletes them.</source>
      <translation>勾选的会列出并在原处使用。Leeward 从不更改、移动或删除它们。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Where models come from</source>
      <translation>模型来源</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>a single file</source>
      <translation>单个文件</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>downloads go here</source>
      <translation>下载到这里</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_field.py" />
      <source>The chat template of the file</source>
      <translation>文件的对话模板</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>A text of your own is used instead of the file's own, from the next load on.</source>
      <translation>从下次加载起，使用自定义文本代替文件自带的模板。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Another model is being checked… Cancel</source>
      <translation>正在检查另一个模型…取消</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Back to the file's own template</source>
      <translation>恢复文件自带的模板</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Check the template</source>
      <translation>检查模板</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Checking… Cancel</source>
      <translation>正在检查…取消</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Choose a built-in template</source>
      <translation>选择内置模板</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Hide the template</source>
      <translation>隐藏模板</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>It is longer: only the first {n:,} characters are shown.</source>
      <translation>模板更长：只显示前 {n:,} 个字符。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Nothing was checked.</source>
      <translation>没有检查任何内容。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>OK</source>
      <translation>正常</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Show the template</source>
      <translation>显示模板</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The built-in template {name} is used instead of the file's own, from the next load on.</source>
      <translation>从下次加载起，使用内置模板 {name} 代替文件自带的模板。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The file has none.</source>
      <translation>文件没有模板。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The file's own is used.</source>
      <translation>使用文件自带的模板。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The model was not asked anything yet.</source>
      <translation>尚未向模型提问。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The template does not suit this model.</source>
      <translation>模板不适合此模型。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The template is in order.</source>
      <translation>模板正常。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The template works, with reservations.</source>
      <translation>模板可用，但有保留。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Use a built-in template instead</source>
      <translation>改用内置模板</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Use the built-in template {name} instead</source>
      <translation>改用内置模板 {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Warning</source>
      <translation>警告</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/this_machine.py" />
      <source>Nothing was measured.</source>
      <translation>没有测量任何内容。</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/this_machine.py" />
      <source>Open a model first: the machine is measured with one.</source>
      <translation>请先打开一个模型：测量机器需要用到模型。</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Choose it again when the answer is there.</source>
      <translation>回答出来后再选择一次。</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Delete for good</source>
      <translation>永久删除</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Keep</source>
      <translation>保留</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Make the folder</source>
      <translation>创建文件夹</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Name of the new folder</source>
      <translation>新文件夹的名称</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Search again.</source>
      <translation>请重新搜索。</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Tags of this chat</source>
      <translation>此对话的标签</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>The chat is in the archive</source>
      <translation>对话已归档</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>The folder “{name}” was deleted</source>
      <translation>文件夹“{name}”已删除</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/organising.py" />
      <source>The folder “{name}” was deleted; its {n:,} chats stayed</source>
      <extracomment>For one: The folder “{name}” was deleted; its {n:,} chat stayed</extracomment>
      <translation>
        <numerusform>文件夹“{name}”已删除；其中 {n:,} 个对话保留</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>What was found is not in this chat any more.</source>
      <translation>找到的内容已不在此对话中。</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>What was found is on another branch of this chat.</source>
      <translation>找到的内容在此对话的另一个分支上。</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Words separated by spaces. Type #word into the search to find the chat again.</source>
      <translation>用空格分隔的词。在搜索框输入 #词 即可找回对话。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>A persona is instructions, and how the model answers, under one name. New chats begin with its instructions.</source>
      <translation>角色是以一个名称保存的指令和回答方式。新对话以其指令开始。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Adapters {names}</source>
      <translation>适配器 {names}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Answers as JSON</source>
      <translation>以 JSON 回答</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Answers by a grammar</source>
      <translation>按语法回答</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>At most {n:,} tokens</source>
      <translation>最多 {n:,} 个词元</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Deleted: {name}</source>
      <translation>已删除：{name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Edit…</source>
      <translation>编辑…</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Export the persona</source>
      <translation>导出角色</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Import a persona</source>
      <translation>导入角色</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Import…</source>
      <translation>导入…</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>In use</source>
      <translation>使用中</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Kept: {name}</source>
      <translation>已保存：{name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Model {name}</source>
      <translation>模型 {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>New persona</source>
      <translation>新建角色</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>New…</source>
      <translation>新建…</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>None: the model and the settings decide</source>
      <translation>无：由模型和设置决定</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Personas (*.toml);;All files (*)</source>
      <translation>角色 (*.toml);;所有文件 (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>The model and the settings decide again.</source>
      <translation>重新由模型和设置决定。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>There is a persona of that name already. Delete it first, or give the other one another name.</source>
      <translation>已有同名角色。请先删除它，或给另一个换个名称。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Use</source>
      <translation>使用</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>What it says</source>
      <translation>角色内容</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Written: {name}</source>
      <translation>已写入：{name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>in use</source>
      <translation>使用中</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>yours</source>
      <translation>自定义</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>{name} answers from now on.</source>
      <translation>从现在起由 {name} 回答。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>An answer ends before the first of them. One a line; \n is a line end.</source>
      <translation>回答在其中任一文本之前结束。每行一个；\n 表示换行。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Any</source>
      <translation>任意</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>As the list of models calls it. Empty: whichever is loaded.</source>
      <translation>如模型列表中的名称。留空：使用已加载的模型。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>By which it is chosen.</source>
      <translation>用于选择它。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Every new chat begins with them.</source>
      <translation>每个新对话以此开始。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Fold how words are drawn</source>
      <translation>收起取词方式</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Form of the answer</source>
      <translation>回答形式</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Form of the answer: Free</source>
      <translation>回答形式：自由</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Free</source>
      <comment>any form</comment>
      <translation>自由</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Grammar (GBNF)</source>
      <translation>语法（GBNF）</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>In a sentence, for the list.</source>
      <translation>用一句话说明，显示在列表中。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Instructions</source>
      <translation>指令</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>JSON schema or grammar</source>
      <translation>JSON 模式或语法</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>LoRA adapters by file name, from the model folders. One a line; behind a colon how strong.</source>
      <translation>模型文件夹中的 LoRA 适配器文件名。每行一个；冒号后为强度。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Longest answer</source>
      <translation>最长回答</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Not kept: {reason}.</source>
      <translation>未保存：{reason}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Persona</source>
      <translation>角色</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Persona: {name}</source>
      <translation>角色：{name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Set how words are drawn</source>
      <translation>设置取词方式</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Some models can think before they answer.</source>
      <translation>有些模型可以先思考再回答。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Stop an answer after this many tokens.</source>
      <translation>达到这么多词元后停止回答。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Stop texts</source>
      <translation>停止文本</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>There is a persona of that name already. Choose another name.</source>
      <translation>已有同名角色。请选择其他名称。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Think first</source>
      <translation>先思考</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>What an answer must look like.</source>
      <translation>回答必须符合的形式。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>What an answer must look like. Free is anything.</source>
      <translation>回答必须符合的形式。“自由”表示任意。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>What it is for</source>
      <translation>用途</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Whether a model that can think before it answers does so.</source>
      <translation>能够先思考再回答的模型是否这样做。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>behind the colon of an adapter stands a number</source>
      <translation>适配器的冒号后应为数字</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/opening.py" />
      <source>Ask once more, or change the schema or the length of answers in the persona.</source>
      <translation>请再问一次，或更改角色中的模式或回答长度。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/opening.py" />
      <source>The answer does not fit the JSON schema of {name}: {problems}.</source>
      <translation>回答不符合 {name} 的 JSON 模式：{problems}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/samplers_panel.py" />
      <source>None</source>
      <comment>nothing set</comment>
      <translation>无</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Before the text the tokenizer puts {text}.</source>
      <translation>分词器在文本前放置 {text}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Copied</source>
      <translation>已复制</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Messages and their tokens</source>
      <translation>消息及其词元</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Nothing was asked yet. Type a question, then look here what the model will be shown.</source>
      <translation>还没有提问。请输入问题，然后在这里查看模型将看到的内容。</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>The prompt is being made. While the model answers, it comes after the answer.</source>
      <translation>正在生成提示词。模型正在回答时，要等回答结束。</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>The prompt, exactly as the model sees it</source>
      <translation>提示词，与模型看到的完全一致</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>cannot be told</source>
      <translation>无法得知</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>{n:,} tokens in all.</source>
      <extracomment>For one: {n:,} token in all.</extracomment>
      <translation>
        <numerusform>共 {n:,} 个词元。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Bring back the ready ones</source>
      <translation>恢复内置提示词</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Name of the prompt</source>
      <translation>提示词的名称</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>New</source>
      <translation>新建</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Text of the prompt</source>
      <translation>提示词的文本</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Type / at the beginning of a message to use one of these.</source>
      <translation>在消息开头输入 / 即可使用其中之一。</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Undo delete</source>
      <translation>撤销删除</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Undo: bring back {name}</source>
      <translation>撤销：恢复 {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>What is put into the message. A word in braces, like {language}, is filled in.</source>
      <translation>放入消息的内容。花括号中的词（如 {language}）会被填入。</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>How this answer was made</source>
      <translation>此回答如何生成</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>Run again with its seed</source>
      <translation>用相同种子重新运行</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>Where no seed was set, rounding may lead to other words.</source>
      <translation>如果未设置种子，舍入误差可能会产生不同的文字。</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Answer</source>
      <translation>回答</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Continued</source>
      <translation>已续写</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Ended</source>
      <translation>结束原因</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Engine</source>
      <translation>引擎</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Guessed</source>
      <translation>猜测</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Load {model} first: it made this answer.</source>
      <translation>请先加载 {model}：此回答由它生成。</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Min P</source>
      <translation>Min P</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Prompt</source>
      <translation>提示词</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Speed</source>
      <translation>速度</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was asked for in another form: another persona answers now.</source>
      <translation>此回答是以另一种形式要求的：现在由其他角色回答。</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was made from a part of the chat.</source>
      <translation>此回答根据对话的一部分生成。</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was made in several parts.</source>
      <translation>此回答分几部分生成。</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was made with other adapters than the model is loaded with now.</source>
      <translation>生成此回答时的适配器与模型现在加载的不同。</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Top K</source>
      <translation>Top K</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Top P</source>
      <translation>Top P</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>What this answer was made with was not kept.</source>
      <translation>没有保存生成此回答时的参数。</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>You wrote a part of this version. Run the version before it again.</source>
      <translation>此版本有一部分是手写的。请重新运行它之前的版本。</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>by itself</source>
      <translation>自行结束</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>by you; what the model wrote is the version before</source>
      <translation>由你编辑；模型所写的是上一版本</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>interrupted</source>
      <translation>已中断</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>once</source>
      <translation>一次</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>stopped by you</source>
      <translation>由你停止</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>the limit of tokens, or the end of the context</source>
      <translation>达到词元上限或上下文末尾</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{first_token_s:.2f} s to the first token, {prompt_s:.2f} s of it reading</source>
      <translation>{first_token_s:.2f} 秒出首个词元，其中读取 {prompt_s:.2f} 秒</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{first}, {decode_s:.2f} s writing</source>
      <translation>{first}，书写 {decode_s:.2f} 秒</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{n:,} tokens, {accepted:,} of them right</source>
      <translation>{n:,} 个词元，其中 {accepted:,} 个正确</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{n} times</source>
      <translation>{n} 次</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{prompt_tokens:,} tokens: {reused_tokens:,} reused, {n:,} read</source>
      <translation>{prompt_tokens:,} 个词元：复用 {reused_tokens:,} 个，读取 {n:,} 个</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{times}; speed and settings are those of the last part</source>
      <translation>{times}；速度和设置为最后一部分的</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>A model that is new here tries for some seconds how it computes fastest, when nothing is asked of it.</source>
      <translation>新模型在空闲时会用几秒钟尝试怎样计算最快。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Access token</source>
      <translation>访问令牌</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After 15 minutes</source>
      <translation>15 分钟后</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After 30 minutes</source>
      <translation>30 分钟后</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After 5 minutes</source>
      <translation>5 分钟后</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After an hour</source>
      <translation>一小时后</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Answers</source>
      <translation>回答</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>As the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Ask</source>
      <translation>询问</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Ask before a message that does not fit is sent, or let the model forget the oldest messages.</source>
      <translation>消息放不下时先询问再发送，或让模型忘记最早的消息。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Automatic has models above a billion parameters make one; small ones are bad at it.</source>
      <translation>“自动”让十亿参数以上的模型拟定标题；小模型不擅长。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Balanced</source>
      <translation>均衡</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Balanced takes half the cores on battery and does nothing unasked then. Quiet always takes half, and other programs go first.</source>
      <translation>“均衡”在使用电池时只用一半核心，且不做任何未被要求的事。“安静”始终只用一半核心，并让其他程序优先。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Behind an answer the model proposes what could be asked next. Small models are bad at it.</source>
      <translation>回答之后，模型会提议接下来可以问什么。小模型不擅长这个。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Check spelling</source>
      <translation>检查拼写</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Comfortable</source>
      <translation>舒适</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Compact</source>
      <translation>紧凑</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Contrast</source>
      <translation>高对比度</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Density</source>
      <translation>密度</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Enter with anything else starts a new line.</source>
      <translation>Enter 加其他键换行。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Every model</source>
      <translation>任何模型</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Every new chat begins with it. Leave it empty for the model's own manner.</source>
      <translation>每个新对话以此开始。留空则由模型自行决定。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Find the fastest settings</source>
      <translation>寻找最快的设置</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>First words</source>
      <translation>开头的词</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>For example: Answer in short, plain sentences.</source>
      <translation>例如：用简短明了的句子回答。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>For models whose terms you have accepted. The keyring of the system keeps it.</source>
      <translation>用于已接受条款的模型。由系统密钥环保管。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Forget</source>
      <translation>移除</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Free the model's memory</source>
      <translation>释放模型的内存</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Full power</source>
      <translation>全力</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>How much room the window leaves between things.</source>
      <translation>窗口中各元素之间的间距。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Leeward connects only when you search or download.</source>
      <translation>Leeward 仅在搜索或下载时联网。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Look</source>
      <translation>外观</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Network</source>
      <translation>网络</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Never</source>
      <translation>从不</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>No token is kept.</source>
      <translation>没有保存令牌。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Of everything in the window, in points.</source>
      <translation>窗口中所有文字的大小，单位为磅。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Of the window. Another one is spoken from the next start on.</source>
      <translation>窗口的语言。更改后从下次启动起生效。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Power mode</source>
      <translation>能耗模式</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Quiet</source>
      <translation>安静</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Read while I write</source>
      <translation>边写边读</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Reload model</source>
      <translation>重新加载模型</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Reset to defaults</source>
      <translation>恢复默认值</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Send with</source>
      <translation>发送键</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Suggest questions</source>
      <translation>推荐问题</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>System</source>
      <comment>as the desktop is</comment>
      <translation>系统</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>System follows the desktop: light, dark and high contrast.</source>
      <translation>“系统”跟随桌面：浅色、深色和高对比度。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Text size</source>
      <translation>文字大小</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>The model reads a question while it is typed, so that the answer begins sooner. It takes some energy, and rests while a seed is set.</source>
      <translation>模型在输入问题时就开始读取，使回答更早开始。这会消耗一些电量；设定了随机种子时不会提前读取。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>The token is kept.</source>
      <translation>令牌已保存。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Theme</source>
      <translation>主题</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Theme: {choice}</source>
      <translation>主题：{choice}</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>These take effect when a model is loaded.</source>
      <translation>这些设置在加载模型时生效。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>This computer</source>
      <translation>这台电脑</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>This is no access token: it is one word without spaces.</source>
      <translation>这不是访问令牌：令牌是不含空格的一个词。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Titles of new chats</source>
      <translation>新对话的标题</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Underlines words that the dictionaries of the system do not know. On Debian: hunspell-en-us, libenchant-2-2.</source>
      <translation>为系统词典不认识的词加下划线。在 Debian 上：hunspell-en-us、libenchant-2-2。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>When a chat gets too long</source>
      <translation>对话过长时</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>When nothing was asked of it for so long. It comes back by itself when you write.</source>
      <translation>在这么长时间内没有被使用时。您输入时它会自动恢复。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Writing</source>
      <translation>书写</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>A file to trust instead of the usual ones (PEM).</source>
      <translation>除常用证书外要信任的文件（PEM）。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Above 1 makes recent words less likely, which breaks loops. 1 is off.</source>
      <translation>大于 1 时，最近的词变得更不可能，可打断循环。1 为关闭。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>After so many seconds without a sign of life it is started again.</source>
      <translation>这么多秒没有动静后重新启动引擎。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Certificates</source>
      <translation>证书</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Choose among the likeliest words that together have this probability. 1 is off.</source>
      <translation>在合计达到此概率的最可能的词中选择。1 为关闭。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Choose among this many of the likeliest words.</source>
      <translation>在这么多个最可能的词中选择。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Disk for what was read</source>
      <translation>用于已读内容的磁盘空间</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Downloads at once</source>
      <translation>同时下载数</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Drop words less likely than this share of the likeliest one. 0 is off.</source>
      <translation>略去可能性低于最可能词这一比例的词。0 为关闭。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>For example http://proxy:3128. Only downloads and the search use it.</source>
      <translation>例如 http://proxy:3128。仅下载和搜索使用它。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>How many layers of the model a graphics card computes. 0 is the processor only.</source>
      <translation>由显卡计算的模型层数。0 表示只用处理器。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>How many processor cores compute. Automatic takes those that are free.</source>
      <translation>参与计算的处理器核心数。“自动”使用空闲的核心。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>How many tokens of the chat the model keeps in mind. More takes more memory.</source>
      <translation>模型记住对话中的多少个词元。越多占用内存越多。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Keep nothing</source>
      <translation>不保留</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Low is sober and repeatable, high is inventive. 0 always takes the likeliest word.</source>
      <translation>低则稳重可重复，高则有创意。0 总是取最可能的词。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Models come from</source>
      <translation>模型来源</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>More share the same line, and the server may refuse them.</source>
      <translation>更多下载会共用同一线路，服务器也可能拒绝。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>New each time</source>
      <translation>每次新取</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>No limit</source>
      <translation>无限制</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>None</source>
      <translation>无</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Patience with the engine</source>
      <translation>等待引擎的时间</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Proxy</source>
      <translation>代理</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>So many GB of what models have read of your chats are kept, so that they need not read it again.</source>
      <translation>最多保留这么多 GB 模型读过的对话内容，无需再次读取。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Stop an answer after this many tokens (a token is about ¾ of a word).</source>
      <translation>达到这么多词元后停止回答（一个词元约为 ¾ 个词）。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>The Hugging Face Hub, or the address of a mirror of it.</source>
      <translation>Hugging Face Hub，或其镜像的地址。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>The same seed and question give the same answer again.</source>
      <translation>同样的种子和问题会得到同样的回答。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>The usual ones</source>
      <translation>常用证书</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>{label}: less</source>
      <translation>{label}：减少</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>{label}: more</source>
      <translation>{label}：增加</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>{setting}: {value}</source>
      <translation>{setting}：{value}</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>Set for this model: {value}, which is used instead.</source>
      <translation>此模型已设为 {value}，以它为准。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>The loaded model's makers suggest {value}, which is used until you change this.</source>
      <translation>已加载模型的制作者建议 {value}，在更改之前使用它。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>{persona} answers with {value}, which is used instead.</source>
      <translation>{persona} 以 {value} 回答，以它为准。</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>{persona} answers, and new chats begin with the instructions of that persona.</source>
      <translation>由 {persona} 回答，新对话以该角色的指令开始。</translation>
    </message>
    <message>
      <location filename="leeward/ui/shortcut_sheet.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Keyboard shortcuts</source>
      <translation>键盘快捷键</translation>
    </message>
    <message>
      <location filename="leeward/ui/shortcut_sheet.py" />
      <source>{action}: {key}</source>
      <translation>{action}：{key}</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Back to the chats</source>
      <translation>返回对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Dark theme</source>
      <translation>深色主题</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Empty the bin</source>
      <translation>清空回收站</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Empty…</source>
      <translation>清空…</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Find and get models ({key})</source>
      <translation>查找并获取模型（{key}）</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Folders, archive, bin and tags</source>
      <translation>文件夹、归档、回收站和标签</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Light theme</source>
      <translation>浅色主题</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>More: import, back up, tables and help</source>
      <translation>更多：导入、备份、表格和帮助</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>New chat ({key})</source>
      <translation>新对话（{key}）</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Search chats</source>
      <translation>搜索对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Search in all chats, or by #tag ({key})</source>
      <translation>在所有对话中搜索，或用 #标签（{key}）</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Settings ({key})</source>
      <translation>设置（{key}）</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Copied. It names no user, computer or folder.</source>
      <translation>已复制。文本不包含用户名、计算机名或文件夹。</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Copy as text</source>
      <translation>复制为文本</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>How far the measurement is</source>
      <translation>测量进度</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Measure</source>
      <translation>测量</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Measured so far</source>
      <translation>已有测量</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Nothing was measured yet. Choose a model and press “Measure”.</source>
      <translation>尚未测量。请选择一个模型，然后按“测量”。</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Starting…</source>
      <translation>正在开始…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Stopped. Nothing of it is kept.</source>
      <translation>已停止。不会保存任何内容。</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Takes {n} seconds at most, in an engine of its own: chats go on. The figures are best while the machine has nothing else to do.</source>
      <translation>最多需要 {n} 秒，在单独的引擎中进行：对话可以继续。本机没有其他任务时，数值最好。</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>There is no model here to measure. Get one with “Find and get models” (Ctrl+D).</source>
      <translation>这里没有可测量的模型。请通过“查找并获取模型”（Ctrl+D）获取。</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>{error} This measurement is shown, and not kept.</source>
      <translation>{error} 本次测量会显示，但不会保存。</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/model_menu.py" />
      <source>No model</source>
      <translation>没有模型</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Asking the same {n:,} tokens again…</source>
      <translation>正在再次提问同样的 {n:,} 词元…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Loading the model…</source>
      <translation>正在加载模型…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Reading a prompt of {n:,} tokens, and writing…</source>
      <translation>正在读取 {n:,} 词元的提示词，然后书写…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Reading memory, to see what it allows…</source>
      <translation>正在读取内存，以了解其上限…</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Go back to the backup of {made_at}</source>
      <translation>恢复到 {made_at} 的备份</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>It stays as it is, under another name beside {database}. Choose how to go on:</source>
      <translation>它会以另一个名称保留在 {database} 旁边。请选择如何继续：</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Leeward cannot start</source>
      <translation>Leeward 无法启动</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Leeward: your chats need attention</source>
      <translation>Leeward：对话需要处理</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Quit and change nothing</source>
      <translation>退出，不作任何更改</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Rescue {n:,} messages from {n_conversations:,} chats</source>
      <translation>从 {n_conversations:,} 个对话中抢救 {n:,} 条消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Start with no chats</source>
      <translation>从没有对话开始</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>The file with your chats is damaged.</source>
      <translation>存放对话的文件已损坏。</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>This happens once and may take a minute. A backup is made first.</source>
      <translation>只需一次，可能要一分钟。会先做备份。</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Your chats are made ready for this version.</source>
      <translation>正在为此版本准备对话。</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>First word in about {time}</source>
      <translation>大约 {time} 后出现第一个词</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>Reading {to_read:,} of {n:,} tokens</source>
      <translation>正在读取 {to_read:,} / {n:,} 个词元</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>about {time}</source>
      <translation>约 {time}</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>{n:,} reused</source>
      <translation>复用 {n:,} 个</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>{n} %</source>
      <translation>{n} %</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Back up everything</source>
      <translation>备份全部</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Backups (*.zip)</source>
      <translation>备份 (*.zip)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Export all chats</source>
      <translation>导出所有对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Export this chat</source>
      <translation>导出此对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Go back to the backup of {date}? The chats, settings and personas that are here now are kept in a folder beside, and Leeward starts again with those of the backup.</source>
      <translation>恢复到 {date} 的备份？现有的对话、设置和角色会保存在旁边的文件夹中，Leeward 将以备份中的内容重新启动。</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Import chats</source>
      <translation>导入对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Importing {file}: {n:,} of {n_all:,} chats.</source>
      <translation>正在导入 {file}：{n:,} / {n_all:,} 个对话。</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>JSON Lines (*.jsonl)</source>
      <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>JSON that can be imported again (*.json)</source>
      <translation>可重新导入的 JSON (*.json)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Left out: {parts}.</source>
      <translation>未导入：{parts}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Markdown (*.md)</source>
      <translation>Markdown (*.md)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Open one that is kept first.</source>
      <translation>请先打开一个已保存的对话。</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Restore a backup</source>
      <translation>恢复备份</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Stopped: {sentence}</source>
      <translation>已停止：{sentence}</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>The file is {path}.</source>
      <translation>文件为 {path}。</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>The file is {path}. “Restore a backup” brings it back.</source>
      <translation>文件为 {path}。用“恢复备份”可将其恢复。</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>There is no chat here that could be exported.</source>
      <translation>这里没有可导出的对话。</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>They stand in the list by their date.</source>
      <translation>它们按日期排在列表中。</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Web page (*.html)</source>
      <translation>网页 (*.html)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>You can go on. What was imported stays when you stop it.</source>
      <translation>可以继续使用。停止后，已导入的会保留。</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} attached files</source>
      <extracomment>For one: {n:,} attached file</extracomment>
      <translation>
        <numerusform>{n:,} 个附加文件</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats and the settings are backed up.</source>
      <extracomment>For one: {n:,} chat and the settings are backed up.</extracomment>
      <translation>
        <numerusform>已备份 {n:,} 个对话和设置。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats exported.</source>
      <extracomment>For one: {n:,} chat exported.</extracomment>
      <translation>
        <numerusform>已导出 {n:,} 个对话。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats imported.</source>
      <extracomment>For one: {n:,} chat imported.</extracomment>
      <translation>
        <numerusform>已导入 {n:,} 个对话。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats imported: {programs}.</source>
      <extracomment>For one: {n:,} chat imported: {programs}.</extracomment>
      <translation>
        <numerusform>已导入 {n:,} 个对话：{programs}。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats there already</source>
      <extracomment>For one: {n:,} chat there already</extracomment>
      <translation>
        <numerusform>{n:,} 个对话已存在</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats without a message</source>
      <extracomment>For one: {n:,} chat without a message</extracomment>
      <translation>
        <numerusform>{n:,} 个对话没有消息</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} from {program}</source>
      <translation>{program} {n:,} 个</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} more cannot be used either.</source>
      <translation>另有 {n:,} 个也无法使用。</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} notes about the user</source>
      <extracomment>For one: {n:,} note about the user</extracomment>
      <translation>
        <numerusform>{n:,} 条用户备注</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} parts of an unknown kind</source>
      <extracomment>For one: {n:,} part of an unknown kind</extracomment>
      <translation>
        <numerusform>{n:,} 个未知类型的部分</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} pictures</source>
      <extracomment>For one: {n:,} picture</extracomment>
      <translation>
        <numerusform>{n:,} 张图片</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} sounds or videos</source>
      <extracomment>For one: {n:,} sound or video</extracomment>
      <translation>
        <numerusform>{n:,} 个音频或视频</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} steps of tools</source>
      <extracomment>For one: {n:,} step of a tool</extracomment>
      <translation>
        <numerusform>{n:,} 个工具步骤</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Fastest settings</source>
      <translation>最快的设置</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Look for the fastest settings again</source>
      <translation>再次寻找最快的设置</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Not tried yet.</source>
      <translation>尚未尝试。</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Nothing is faster than the usual settings.</source>
      <translation>没有比常规设置更快的设置。</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Other programs are computing: what is fastest cannot be told now.</source>
      <translation>其他程序正在计算：现在无法判断什么最快。</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Stop looking for the fastest settings</source>
      <translation>停止寻找最快的设置</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>There is no model that can be tried: none is loaded, or a graphics card computes.</source>
      <translation>没有可以尝试的模型：未加载模型，或由显卡计算。</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Tuned: {parts}. Prompts are read {prompt:.2f} times and answers written {decode:.2f} times as fast as usual.</source>
      <translation>已调优：{parts}。读取提示的速度是平时的 {prompt:.2f} 倍，书写回答的速度是平时的 {decode:.2f} 倍。</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>What was found for the loaded model. Sending a message ends a trial.</source>
      <translation>为已加载模型找到的结果。发送消息会结束尝试。</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>no flash attention</source>
      <translation>不使用 Flash Attention</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/tuning_row.py" />
      <source>{n:,} threads</source>
      <extracomment>For one: {n:,} thread</extracomment>
      <translation>
        <numerusform>{n:,} 个线程</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/tuning_row.py" />
      <source>{n:,} tokens of a prompt at once</source>
      <extracomment>For one: {n:,} token of a prompt at once</extracomment>
      <translation>
        <numerusform>一次处理提示的 {n:,} 个词元</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>All actions of the message</source>
      <translation>消息的所有操作</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>An earlier message, where nothing is written</source>
      <translation>输入框为空时调出较早的消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Archive this chat, or take it out</source>
      <translation>归档或取消归档此对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Back up everything…</source>
      <translation>备份全部…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Close a folder</source>
      <translation>收起文件夹</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Copy the selection</source>
      <translation>复制所选</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Copy the selection as Markdown</source>
      <translation>将所选复制为 Markdown</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Delete this chat</source>
      <translation>删除此对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Export all chats…</source>
      <translation>导出所有对话…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Export this chat…</source>
      <translation>导出此对话…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Find and get models</source>
      <translation>查找并获取模型</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Import chats…</source>
      <translation>导入对话…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Keep this text as a prompt</source>
      <translation>将此文本保存为提示词</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Larger text</source>
      <translation>放大文字</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Light or dark</source>
      <translation>浅色或深色</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>List of chats</source>
      <translation>对话列表</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Messages</source>
      <translation>消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Move this chat to a new folder</source>
      <translation>将此对话移到新文件夹</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>New line</source>
      <translation>换行</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Next chat</source>
      <translation>下一个对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Open a folder</source>
      <translation>展开文件夹</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Open a model file</source>
      <translation>打开模型文件</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Pin this chat to the top, or take it off</source>
      <translation>置顶或取消置顶此对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Previous chat</source>
      <translation>上一个对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Prompts, at the beginning of a message</source>
      <translation>提示词（在消息开头）</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Quit</source>
      <translation>退出</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Reading</source>
      <translation>阅读</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Rename a chat or folder</source>
      <translation>重命名对话或文件夹</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Rename this chat</source>
      <translation>重命名此对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Restore a backup…</source>
      <translation>恢复备份…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Search in all chats</source>
      <translation>在所有对话中搜索</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Send (another key can be set)</source>
      <translation>发送（可设为其他键）</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Send after the answer under way</source>
      <translation>在当前回答后发送</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Show the archive</source>
      <translation>显示归档</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Show the bin</source>
      <translation>显示回收站</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Smaller text</source>
      <translation>缩小文字</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Speed of a model</source>
      <translation>模型的速度</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Stop the answer, or end editing</source>
      <translation>停止回答，或结束编辑</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Temporary chat</source>
      <translation>临时对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Turn texts into a table</source>
      <translation>将文本转为表格</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Usual size of text</source>
      <translation>默认文字大小</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>What can be done with it</source>
      <translation>可执行的操作</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Window</source>
      <translation>窗口</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Write a message</source>
      <translation>写消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_dialogs.py" />
      <source>chat</source>
      <translation>对话</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>A waiting message was removed</source>
      <translation>已移除一条等待中的消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Editing the model's message. The old version stays.</source>
      <translation>正在编辑模型的消息。旧版本会保留。</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Editing the system prompt of this chat. The old version stays.</source>
      <translation>正在编辑此对话的系统提示词。旧版本会保留。</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Editing your message. Sending it makes a new version; the old one stays.</source>
      <translation>正在编辑你的消息。发送后产生新版本；旧版本会保留。</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Inserting a message of the model</source>
      <translation>正在插入一条模型消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Inserting a message of yours</source>
      <translation>正在插入一条自己的消息</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>No model is loaded: choose one above, then send</source>
      <translation>没有加载模型：请在上方选择一个再发送</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Your changes were dropped</source>
      <translation>更改已丢弃</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>{model} is being loaded: then you can send</source>
      <translation>正在加载 {model}：完成后即可发送</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and summaries</source>
      <translation>对话和摘要</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and summaries on small machines</source>
      <translation>在小型机器上对话和写摘要</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and tools on small machines; not for commercial use</source>
      <translation>在小型机器上对话和使用工具；不可商用</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and writing</source>
      <translation>对话和写作</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation, long texts, tools</source>
      <translation>对话、长文本、工具</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation, mathematics, structured answers</source>
      <translation>对话、数学、结构化回答</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation, summaries, tools</source>
      <translation>对话、摘要、工具</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Demanding questions on large machines</source>
      <translation>在大型机器上解答难题</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Demanding questions, tools, many languages</source>
      <translation>难题、工具、多种语言</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Finding short texts by meaning, very fast</source>
      <translation>按含义查找短文本，非常快</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Finding texts by meaning</source>
      <translation>按含义查找文本</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Finding texts by meaning in a hundred languages</source>
      <translation>以上百种语言按含义查找文本</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Knowledge at the speed of a smaller model (a mixture of experts)</source>
      <translation>以较小模型的速度提供知识（混合专家）</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Long texts in many languages, tools</source>
      <translation>多种语言的长文本、工具</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Programming</source>
      <translation>编程</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Programming; not for commercial use</source>
      <translation>编程；不可商用</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Reasoning and mathematics</source>
      <translation>推理和数学</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Reasoning on small machines; its memory of the conversation is large</source>
      <translation>在小型机器上推理；对话记忆占用较大</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Science and mathematics</source>
      <translation>科学和数学</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Short answers on very small machines</source>
      <translation>在极小的机器上简短回答</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Thinks before it answers, on small machines</source>
      <translation>先思考再回答，适合小型机器</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Thinks before it answers; mathematics, programming, tools</source>
      <translation>先思考再回答；数学、编程、工具</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>multilingual</source>
      <translation>多语言</translation>
    </message>
    <message>
      <location filename="resources/personas/explain-code.toml" />
      <source>Explain code</source>
      <comment>persona</comment>
      <translation>解释代码</translation>
    </message>
    <message>
      <location filename="resources/personas/explain-code.toml" />
      <source>Says what a piece of code does, step by step, and what may be wrong with it.</source>
      <comment>persona</comment>
      <translation>逐步说明一段代码的作用以及可能的问题。</translation>
    </message>
    <message>
      <location filename="resources/personas/extract-data.toml" />
      <source>Extract data</source>
      <comment>persona</comment>
      <translation>提取数据</translation>
    </message>
    <message>
      <location filename="resources/personas/extract-data.toml" />
      <source>Takes facts out of a text as JSON; leeward extract uses it for whole folders.</source>
      <comment>persona</comment>
      <translation>从文本中以 JSON 提取事实；leeward extract 用它处理整个文件夹。</translation>
    </message>
    <message>
      <location filename="resources/personas/proofread.toml" />
      <source>Corrects spelling, grammar and punctuation, and lists what was changed.</source>
      <comment>persona</comment>
      <translation>更正拼写、语法和标点，并列出改动。</translation>
    </message>
    <message>
      <location filename="resources/personas/proofread.toml" />
      <source>Proofread</source>
      <comment>persona</comment>
      <translation>校对</translation>
    </message>
    <message>
      <location filename="resources/personas/summarise.toml" />
      <source>A short, faithful summary of a text.</source>
      <comment>persona</comment>
      <translation>简短忠实的文本摘要。</translation>
    </message>
    <message>
      <location filename="resources/personas/summarise.toml" />
      <source>Summarise</source>
      <comment>persona</comment>
      <translation>写摘要</translation>
    </message>
    <message>
      <location filename="resources/personas/translate.toml" />
      <source>Translate</source>
      <comment>persona</comment>
      <translation>翻译</translation>
    </message>
    <message>
      <location filename="resources/personas/translate.toml" />
      <source>Translates into English, or from English into the language you name.</source>
      <comment>persona</comment>
      <translation>译成英语，或从英语译成指定的语言。</translation>
    </message>
    <message>
      <location filename="resources/personas/tutor.toml" />
      <source>Helps to understand a subject with questions and hints instead of ready answers.</source>
      <comment>persona</comment>
      <translation>用提问和提示帮助理解主题，而不是直接给出答案。</translation>
    </message>
    <message>
      <location filename="resources/personas/tutor.toml" />
      <source>Tutor</source>
      <comment>persona</comment>
      <translation>辅导老师</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Explain code</source>
      <comment>prompt</comment>
      <translation>解释代码</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Explain simply</source>
      <comment>prompt</comment>
      <translation>简单解释</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Find the fault</source>
      <comment>prompt</comment>
      <translation>找出错误</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>For and against</source>
      <comment>prompt</comment>
      <translation>正反两面</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Make a table</source>
      <comment>prompt</comment>
      <translation>制作表格</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Proofread</source>
      <comment>prompt</comment>
      <translation>校对</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Rewrite</source>
      <comment>prompt</comment>
      <translation>改写</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Summarise</source>
      <comment>prompt</comment>
      <translation>写摘要</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Translate</source>
      <comment>prompt</comment>
      <translation>翻译</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Write tests</source>
      <comment>prompt</comment>
      <translation>编写测试</translation>
    </message>
  </context>
</TS>
