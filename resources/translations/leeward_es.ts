<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
  <context>
    <name>leeward</name>
    <message>
      <location filename="leeward/chat/schema.py" />
      <source>a schema must be a JSON object</source>
      <translation>un esquema debe ser un objeto JSON</translation>
    </message>
    <message>
      <location filename="leeward/chat/schema.py" />
      <source>the schema is nested too deeply</source>
      <translation>el esquema tiene demasiados niveles</translation>
    </message>
    <message>
      <location filename="leeward/chat/tool_rules.py" />
      <source>Calls a tool</source>
      <translation>Llama a una herramienta</translation>
    </message>
    <message>
      <location filename="leeward/chat/tool_rules.py" />
      <source>Calls {tool}</source>
      <translation>Llama a {tool}</translation>
    </message>
    <message>
      <location filename="leeward/chat/tool_rules.py" />
      <source>What the tool said</source>
      <translation>Lo que dijo la herramienta</translation>
    </message>
    <message>
      <location filename="leeward/desktop.py" />
      <source>What was here before is kept in {folder}.</source>
      <translation>Lo que había antes se conserva en {folder}.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/desktop.py" />
      <source>{n:,} chats are back.</source>
      <extracomment>For one: {n:,} chat is back.</extracomment>
      <translation>
        <numerusform>{n:,} chat recuperado.</numerusform>
        <numerusform>{n:,} chats recuperados.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>LoRA adapter</source>
      <comment>a file</comment>
      <translation>adaptador LoRA</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>model</source>
      <comment>a file</comment>
      <translation>modelo</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>multimodal projector</source>
      <comment>a file</comment>
      <translation>proyector multimodal</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>other</source>
      <comment>a file</comment>
      <translation>otro</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>vocabulary</source>
      <comment>a file</comment>
      <translation>vocabulario</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>A small model of the same family that guesses what comes next: it is used while answers are measured to be quicker with it, and takes memory.</source>
      <translation>Un modelo pequeño de la misma familia que adivina lo que viene: se usa mientras se mida que las respuestas son más rápidas con él, y ocupa memoria.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Adapters loaded on top, each with its strength.</source>
      <translation>Adaptadores cargados encima, cada uno con su intensidad.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Another chat template than the file's own.</source>
      <translation>Otra plantilla de chat en lugar de la del archivo.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Compute attention in small pieces: less memory, and faster nearly everywhere.</source>
      <translation>Calcula la atención en trozos pequeños: menos memoria y casi siempre más rápido.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How exactly the model remembers what it has read. q8_0 halves that memory, q4_0 quarters it and costs quality.</source>
      <translation>Con qué exactitud recuerda el modelo lo leído. q8_0 reduce esa memoria a la mitad; q4_0 a la cuarta parte, con menos calidad.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How many layers the graphics card computes. More is faster, as long as they fit into its memory.</source>
      <translation>Cuántas capas calcula la tarjeta gráfica. Más es más rápido mientras quepan en su memoria.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How many processor cores compute. More than there are real cores makes it slower.</source>
      <translation>Cuántos núcleos del procesador calculan. Más que los núcleos reales lo hace más lento.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How much of a prompt is computed at once. More reads faster on a graphics card and needs more memory.</source>
      <translation>Cuánto de un prompt se calcula de una vez. Más se lee más rápido en una tarjeta gráfica y necesita más memoria.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How much of a prompt is read between two looks at the Stop button.</source>
      <translation>Cuánto de un prompt se lee entre dos consultas del botón Detener.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How much of the conversation the model sees at once. More needs more memory, in proportion.</source>
      <translation>Cuánto de la conversación ve el modelo a la vez. Más necesita más memoria, en proporción.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Keep the model in memory even when other programs need some.</source>
      <translation>Mantiene el modelo en memoria aunque otros programas la necesiten.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Leave the experts of a mixture model to the processor: large ones then fit a small graphics card.</source>
      <translation>Deja al procesador los expertos de un modelo de mezcla: así los grandes caben en una tarjeta gráfica pequeña.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Leave the model in its file, which takes the least memory. Off is faster on Linux, and safer on network and USB drives.</source>
      <translation>Dejar el modelo en su archivo, lo que ocupa la menor memoria. Desactivado, es más rápido en Linux y más seguro en unidades de red y USB.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Stretch the context beyond what the model was trained for. Answers become worse with it.</source>
      <translation>Estira el contexto más allá de lo entrenado. Las respuestas empeoran.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>The factor of that stretching: 0.5 doubles the context.</source>
      <translation>El factor de ese estiramiento: 0.5 duplica el contexto.</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>a persona has a grammar or a json_schema, not both</source>
      <translation>una persona tiene grammar o json_schema, no ambos</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>an adapter must be the name of a file, not a path</source>
      <translation>un adaptador debe ser el nombre de un archivo, no una ruta</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>it is not a persona of Leeward</source>
      <translation>no es una persona de Leeward</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>it was written by a newer Leeward</source>
      <translation>la escribió un Leeward más nuevo</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>json_schema must be a JSON object as text</source>
      <translation>json_schema debe ser un objeto JSON como texto</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>sampling must be a table</source>
      <translation>sampling debe ser una tabla</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>0 always takes the likeliest word; more varies more.</source>
      <translation>0 toma siempre la palabra más probable; más da más variación.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>A repetition does not reach across these texts.</source>
      <translation>Una repetición no pasa de estos textos.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>A word becomes less likely each time that it was said; 0 is off.</source>
      <translation>Una palabra se vuelve menos probable cada vez que se dice; 0 lo desactiva.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>A word that was said becomes less likely, once; 0 is off.</source>
      <translation>Una palabra ya dicha se vuelve menos probable, una sola vez; 0 lo desactiva.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Above 1 the temperature stays low until the model is very unsure.</source>
      <translation>Por encima de 1, la temperatura se queda baja hasta que el modelo duda mucho.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Above 1 words that were just said become less likely; 1 is off.</source>
      <translation>Por encima de 1, las palabras recién dichas son menos probables; 1 lo desactiva.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Adaptive-p: memory</source>
      <translation>Adaptive-p: memoria</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Adaptive-p: target</source>
      <translation>Adaptive-p: objetivo</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Against repetition</source>
      <translation>Contra la repetición</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Choose among so many of the likeliest words; 0 is all.</source>
      <translation>Elige entre tantas de las palabras más probables; 0 son todas.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Choose among the likeliest words that have this share together; 1 is all.</source>
      <translation>Elige entre las palabras más probables que suman esta parte; 1 son todas.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Choose among words of usual surprise that have this share together; 1 is all.</source>
      <translation>Elige entre las palabras de sorpresa habitual que suman esta parte; 1 son todas.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: allowed length</source>
      <translation>DRY: longitud permitida</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: breakers</source>
      <translation>DRY: cortes</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: growth</source>
      <translation>DRY: crecimiento</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: reach</source>
      <translation>DRY: alcance</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: strength</source>
      <translation>DRY: intensidad</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Draw words whose likelihood is near this share, on average over the text.</source>
      <translation>Elige palabras cuya probabilidad se acerca a esta parte, de media en el texto.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Dynamic temperature: exponent</source>
      <translation>Temperatura dinámica: exponente</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Dynamic temperature: spread</source>
      <translation>Temperatura dinámica: amplitud</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>For filling a gap in code: end early rather than late.</source>
      <translation>Para rellenar un hueco en el código: terminar antes que después.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Frequency penalty</source>
      <translation>Penalización por frecuencia</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How daring</source>
      <translation>Atrevimiento</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How fast Mirostat adapts.</source>
      <translation>Con qué rapidez se adapta Mirostat.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How fast that grows with the length of the repetition.</source>
      <translation>Con qué rapidez crece según la longitud de la repetición.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How long earlier words count for that average.</source>
      <translation>Cuánto tiempo cuentan las palabras anteriores en esa media.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How many of the last words are searched for repetitions.</source>
      <translation>En cuántas de las últimas palabras se buscan repeticiones.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How many of the last words the penalties look at.</source>
      <translation>Cuántas de las últimas palabras miran las penalizaciones.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How often the likeliest words are left out, for less expected answers.</source>
      <translation>Con qué frecuencia se omiten las palabras más probables, para respuestas menos esperadas.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How strongly a word is avoided that would go on with a repetition of what was said.</source>
      <translation>Con qué fuerza se evita una palabra que continuaría una repetición.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How surprising, in bits a word: less is more focused.</source>
      <translation>Cuánta sorpresa, en bits por palabra: menos es más centrado.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Infill</source>
      <translation>Relleno</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Keep the text equally surprising throughout, by the first or the second method of Mirostat.</source>
      <translation>Mantiene el texto igual de sorprendente, con el primer o el segundo método de Mirostat.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Leave out words that are less likely than this part of the likeliest.</source>
      <translation>Omite las palabras menos probables que esta parte de la más probable.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Leave out words whose score lies further below the best than so many standard deviations; 0 is off.</source>
      <translation>Omite las palabras cuya puntuación está más de tantas desviaciones típicas por debajo de la mejor; 0 lo desactiva.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Make single words likelier or unlikelier: pairs of a token's number and -100 (never) to 100 (always).</source>
      <translation>Hace palabras sueltas más o menos probables: pares del número de un token y de -100 (nunca) a 100 (siempre).</translation>
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
      <translation>Mirostat: ritmo</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Mirostat: surprise</source>
      <translation>Mirostat: sorpresa</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Mirostat: version</source>
      <translation>Mirostat: versión</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Only words above this share are left out, all but the last of them.</source>
      <translation>Solo se omiten palabras por encima de esta parte, todas menos la última.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Other ways to draw</source>
      <translation>Otras formas de elegir</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Presence penalty</source>
      <translation>Penalización por presencia</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Repeat penalty</source>
      <translation>Penalización por repetición</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Repeat penalty: reach</source>
      <translation>Penalización por repetición: alcance</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Repetitions of up to so many words cost nothing.</source>
      <translation>Las repeticiones de hasta tantas palabras no cuestan nada.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Seed</source>
      <translation>Semilla</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Special</source>
      <translation>Especial</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Temperature</source>
      <translation>Temperatura</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>The same seed and the same question give the same answer.</source>
      <translation>La misma semilla y la misma pregunta dan la misma respuesta.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>The temperature follows how sure the model is, by so much up and down.</source>
      <translation>La temperatura sube y baja tanto según lo seguro que esté el modelo.</translation>
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
      <translation>Qué se puede elegir</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Word bias</source>
      <translation>Sesgo de palabras</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>XTC: probability</source>
      <translation>XTC: probabilidad</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>XTC: threshold</source>
      <translation>XTC: umbral</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/draft_model.py" />
      <source>it cannot take back what it has read, or cannot write</source>
      <translation>no puede deshacer lo que ha leído, o no puede escribir</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/draft_model.py" />
      <source>it cuts text into other tokens than the model</source>
      <translation>divide el texto en otros tokens que el modelo</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/draft_model.py" />
      <location filename="leeward/library/adapter_check.py" />
      <location filename="leeward/library/draft_check.py" />
      <location filename="leeward/storage/backup_file.py" />
      <location filename="leeward/storage/personas.py" />
      <source>there is no such file</source>
      <translation>no existe ese archivo</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Answers end with a control token of the model.</source>
      <translation>Las respuestas terminan con un token de control del modelo.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Answers end with words that Leeward looks for.</source>
      <translation>Las respuestas terminan con palabras que Leeward busca.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It begins with {text}, which is plain text for this model.</source>
      <translation>Empieza con {text}, que para este modelo es texto corriente.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It changes the order of the messages.</source>
      <translation>Cambia el orden de los mensajes.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It is the known one of this model.</source>
      <translation>Es la conocida de este modelo.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It knows no system prompt: Leeward puts it before the first question.</source>
      <translation>No admite prompt de sistema: Leeward lo pone delante de la primera pregunta.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It knows no tools: they cannot be used with it.</source>
      <translation>No admite herramientas: no se pueden usar con ella.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It puts no mark behind an answer: the model may go on and on.</source>
      <translation>No pone ninguna marca tras una respuesta: el modelo puede seguir sin parar.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It refuses a conversation of question, answer and question.</source>
      <translation>Rechaza una conversación de pregunta, respuesta y pregunta.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It refuses tools.</source>
      <translation>Rechaza las herramientas.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It writes the mark that begins a text twice.</source>
      <translation>Escribe dos veces la marca que inicia un texto.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It writes the mark that begins a text twice; Leeward puts it once.</source>
      <translation>Escribe dos veces la marca que inicia un texto; Leeward la pone una vez.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It writes the mark that begins a text, and the model asks for it too: it is put once.</source>
      <translation>Escribe la marca que inicia un texto y el modelo también la pide: se pone una vez.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Of two questions in a row the model does not see both.</source>
      <translation>De dos preguntas seguidas, el modelo no ve ambas.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Questions and answers follow each other as they were said.</source>
      <translation>Preguntas y respuestas se siguen como se dijeron.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Template and tokenizer agree on the space before a text.</source>
      <translation>Plantilla y tokenizador coinciden en el espacio delante de un texto.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file brings its own chat template.</source>
      <translation>El archivo trae su propia plantilla de chat.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file has no chat template: it may be a base model that continues text. The built-in one named {name} stands in.</source>
      <translation>El archivo no tiene plantilla de chat: puede ser un modelo base que continúa texto. La sustituye la integrada {name}.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file only names a template, {name}, and nobody here knows it.</source>
      <translation>El archivo solo nombra una plantilla, {name}, que aquí nadie conoce.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file only names a template, {name}; Leeward has it.</source>
      <translation>El archivo solo nombra una plantilla, {name}; Leeward la tiene.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The mark that begins a text is put once.</source>
      <translation>La marca que inicia un texto se pone una vez.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see its own earlier answer.</source>
      <translation>El modelo no ve su propia respuesta anterior.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see the system prompt.</source>
      <translation>El modelo no ve el prompt de sistema.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see your first question.</source>
      <translation>El modelo no ve la primera pregunta.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see your second question.</source>
      <translation>El modelo no ve la segunda pregunta.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The system prompt has a place of its own.</source>
      <translation>El prompt de sistema tiene su propio lugar.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Thinking before the answer can be switched on and off.</source>
      <translation>Pensar antes de responder se puede activar y desactivar.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>This model has no mark that begins a text.</source>
      <translation>Este modelo no tiene marca que inicie un texto.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Tools are shown to the model.</source>
      <translation>Las herramientas se muestran al modelo.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Two questions in a row are joined to one.</source>
      <translation>Dos preguntas seguidas se unen en una.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Two questions in a row are shown as two.</source>
      <translation>Dos preguntas seguidas se muestran como dos.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>What it puts behind an answer, {text}, does not end one with this model.</source>
      <translation>Lo que pone tras una respuesta, {text}, no la termina con este modelo.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>What it puts behind an answer, {text}, is plain text for this model.</source>
      <translation>Lo que pone tras una respuesta, {text}, es texto corriente para este modelo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source> It asks to wait {wait_s:.0f} seconds.</source>
      <translation> Pide esperar {wait_s:.0f} segundos.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>A model was loaded while this one was at work.</source>
      <translation>Se cargó un modelo mientras este trabajaba.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>A text has {n:,} tokens, and this model reads at most {limit_tokens:,} at once. Nothing was cut.</source>
      <translation>Un texto tiene {n:,} tokens y este modelo lee como mucho {limit_tokens:,} de una vez. No se recortó nada.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>A tool call is required, and it is not known how this model calls tools.</source>
      <translation>Se exige una llamada a una herramienta y no se sabe cómo las llama este modelo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Accept the terms on {page} and set an access token (leeward models token).</source>
      <translation>Hay que aceptar las condiciones en {page} y poner un token de acceso (leeward models token).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Add one of your own under the same name to use that instead.</source>
      <translation>Se puede añadir una propia con el mismo nombre para usarla en su lugar.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Another program is using {path}: not saved yet.</source>
      <translation>Otro programa está usando {path}: aún no se guardó.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Ask it in a chat of its own.</source>
      <translation>Preguntarlo en un chat aparte.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Attach a part of it, or paste the lines that matter.</source>
      <translation>Adjuntar una parte o pegar las líneas que importan.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Change the grammar or schema, or ask without it.</source>
      <translation>Cambiar la gramática o el esquema, o preguntar sin ellos.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Change the message and send it again.</source>
      <translation>Cambiar el mensaje y enviarlo de nuevo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check that the file is there and may be read, then attach it again.</source>
      <translation>Comprobar que el archivo existe y se puede leer, y adjuntarlo de nuevo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the endpoint and proxy settings.</source>
      <translation>Comprobar los ajustes de servidor y proxy.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the name, or search for it.</source>
      <translation>Comprobar el nombre o buscarlo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the network and the proxy setting, then try again.</source>
      <translation>Comprobar la red y el ajuste de proxy, y volver a intentarlo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the settings.</source>
      <translation>Comprobar los ajustes.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a folder on another drive. FAT32 holds files up to 4.3 GB; exFAT, NTFS and ext4 hold larger ones.</source>
      <translation>Elegir una carpeta en otra unidad. FAT32 admite archivos de hasta 4,3 GB; exFAT, NTFS y ext4 admiten mayores.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/model_picker.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Choose a model</source>
      <translation>Elegir un modelo</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a model that is made for it.</source>
      <translation>Elegir un modelo hecho para ello.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a model with a chat template for tools, or do not require a call.</source>
      <translation>Elegir un modelo con una plantilla de chat para herramientas, o no exigir una llamada.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a model, then send again.</source>
      <translation>Elegir un modelo y enviar de nuevo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller context length or a smaller model.</source>
      <translation>Elegir una longitud de contexto menor o un modelo más pequeño.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller context length or model, or close other programs. It can be tried all the same (--force).</source>
      <translation>Elegir menos contexto o un modelo más pequeño, o cerrar otros programas. Se puede intentar igualmente (--force).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller context length, close other programs, or choose a smaller model.</source>
      <translation>Elegir menos contexto, cerrar otros programas o elegir un modelo más pequeño.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller model of the same family as the draft model, or none: on the Models page, or with leeward models set MODEL draft=FILE.</source>
      <translation>Elegir como modelo borrador un modelo más pequeño de la misma familia, o ninguno: en la página Modelos o con leeward models set MODEL draft=FILE.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose an adapter that was made from this model, or ask without one.</source>
      <translation>Elegir un adaptador hecho a partir de este modelo, o preguntar sin ninguno.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose an export of Leeward, ChatGPT, LM Studio, Jan or Open WebUI, or JSON Lines with messages.</source>
      <translation>Elegir una exportación de Leeward, ChatGPT, LM Studio, Jan u Open WebUI, o JSON Lines con mensajes.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another backup, or copy this one again from where it was made.</source>
      <translation>Elegir otra copia de seguridad, o volver a copiar esta desde donde se hizo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another file of this model, or another model.</source>
      <translation>Elegir otro archivo de este modelo, u otro modelo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another file or another repository.</source>
      <translation>Elegir otro archivo u otro repositorio.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another model.</source>
      <translation>Elegir otro modelo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another name, or allow it to be replaced (--overwrite).</source>
      <translation>Elegir otro nombre, o permitir que se reemplace (--overwrite).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another one, or correct its file.</source>
      <translation>Elegir otra, o corregir su archivo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose one of these, or add one from a file: leeward personas add FILE.</source>
      <translation>Elegir una de estas, o añadir una desde un archivo: leeward personas add FILE.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose one of these, or leave the choice to the engine; leeward doctor says what is missing.</source>
      <translation>Elegir uno de estos, o dejar la elección al motor; leeward doctor dice qué falta.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose the profile they are in (--profile).</source>
      <translation>Elegir el perfil en que están (--profile).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Close the other program. Saving goes on by itself.</source>
      <translation>Cerrar el otro programa. El guardado sigue solo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Connect the drive it is on, or choose another folder.</source>
      <translation>Conectar la unidad en que está, o elegir otra carpeta.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Connect the drive it was on, or choose another model.</source>
      <translation>Conectar la unidad en que estaba, o elegir otro modelo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Copy the text</source>
      <translation>Copiar el texto</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Copy the text and try again.</source>
      <translation>Copiar el texto y volver a intentarlo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Correct it, or empty it.</source>
      <translation>Corregirlo o vaciarlo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Correct the file, or ask whoever made it for another one.</source>
      <translation>Corregir el archivo, o pedir otro a quien lo hizo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Delete it where it came from, or with your file manager; it then leaves the list by itself.</source>
      <translation>Se puede borrar donde se obtuvo o con el gestor de archivos; entonces sale solo de la lista.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Download the file again, or choose another model.</source>
      <translation>Descargar de nuevo el archivo, o elegir otro modelo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Free some space, or choose another folder.</source>
      <translation>Liberar espacio, o elegir otra carpeta.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Free space on the drive of {path}, or copy the text. Saving goes on by itself.</source>
      <translation>Liberar espacio en la unidad de {path}, o copiar el texto. El guardado sigue solo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Give the number of one of them.</source>
      <translation>Dar el número de una de ellas.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Give yourself the right to write there, or start with another profile folder (--profile).</source>
      <translation>Obtener permiso para escribir ahí, o empezar con otra carpeta de perfil (--profile).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Install the newer version, or start with another profile folder (--profile).</source>
      <translation>Instalar la versión más nueva, o empezar con otra carpeta de perfil (--profile).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>It is loaded again with a context of {amount:,} tokens.</source>
      <translation>Se carga de nuevo con un contexto de {amount:,} tokens.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/error_text.py" />
      <source>It is loaded again with {n} layers on the graphics card.</source>
      <extracomment>For one: It is loaded again with {n} layer on the graphics card.</extracomment>
      <translation>
        <numerusform>Se carga de nuevo con {n} capa en la tarjeta gráfica.</numerusform>
        <numerusform>Se carga de nuevo con {n} capas en la tarjeta gráfica.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>It is loaded again without the graphics card.</source>
      <translation>Se carga de nuevo sin la tarjeta gráfica.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>It starts again by itself; then try again.</source>
      <translation>Se reinicia solo; después, volver a intentarlo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>LEEWARD_CMAKE_ARGS="-DGGML_RPC=on" make setup builds it with RPC.</source>
      <translation>LEEWARD_CMAKE_ARGS="-DGGML_RPC=on" make setup lo construye con RPC.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Leave that model out, or download it again.</source>
      <translation>Dejar fuera ese modelo, o descargarlo de nuevo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Leeward is already running with the profile {path}.</source>
      <translation>Leeward ya está en marcha con el perfil {path}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load again</source>
      <translation>Cargar de nuevo</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load anyway</source>
      <translation>Cargar igualmente</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load it again, or choose another model.</source>
      <translation>Cargarlo de nuevo, o elegir otro modelo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load the model again, or choose a smaller one; your text is safe.</source>
      <translation>Cargar el modelo de nuevo, o elegir uno más pequeño; el texto está a salvo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load the model again.</source>
      <translation>Cargar el modelo de nuevo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Make the pack again on the computer it comes from.</source>
      <translation>Hacer el paquete de nuevo en el ordenador de origen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Mend that or choose another place, then try again.</source>
      <translation>Arreglarlo o elegir otro lugar, y volver a intentarlo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Model file changed: {path} was replaced, moved or cut while it was loaded. Your text is safe.</source>
      <translation>El archivo del modelo cambió: {path} fue reemplazado, movido o recortado mientras estaba cargado. El texto está a salvo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Move it away, or choose another folder.</source>
      <translation>Moverlo, o elegir otra carpeta.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/sidebar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>New chat</source>
      <translation>Nuevo chat</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>No connection to {host}. A download goes on where it was.</source>
      <translation>Sin conexión con {host}. La descarga sigue donde estaba.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>No model is loaded.</source>
      <translation>No hay ningún modelo cargado.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Nothing of {repo} can be downloaded so: {reason}.</source>
      <translation>De {repo} no se puede descargar nada así: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Nothing was imported from {path}: {reason}.</source>
      <translation>No se importó nada de {path}: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/full_panel.py" />
      <source>Open settings</source>
      <translation>Abrir ajustes</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Open the folder</source>
      <translation>Abrir la carpeta</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Paste the lines that matter into the message.</source>
      <translation>Pegar en el mensaje las líneas que importan.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Put the adapter back, choose one that was made from this model, or none: what is set for a model is changed on the Models page or with leeward models set MODEL adapters=FILE.</source>
      <translation>Devolver el adaptador, elegir uno hecho a partir de este modelo, o ninguno: lo fijado para un modelo se cambia en la página Modelos o con leeward models set MODEL adapters=FILE.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Restore a backup from the backups folder of the profile, or go on with an empty one.</source>
      <translation>Restaurar una copia de la carpeta backups del perfil, o seguir con uno vacío.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Send it, or remove one of them first.</source>
      <translation>Enviarlo, o quitar antes uno de ellos.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Several conversations are called {wanted}: {found}.</source>
      <translation>Varias conversaciones se llaman {wanted}: {found}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Shorten the message and send it again.</source>
      <translation>Acortar el mensaje y enviarlo de nuevo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/crash_dialog.py" />
      <source>Show the report</source>
      <translation>Mostrar el informe</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something could not be fetched.</source>
      <translation>No se pudo obtener algo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something could not be saved. What you typed is still here.</source>
      <translation>No se pudo guardar algo. Lo escrito sigue aquí.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something did not work. Your text is safe.</source>
      <translation>Algo no funcionó. El texto está a salvo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something in Leeward went wrong ({name}). Your chats are saved.</source>
      <translation>Algo falló en Leeward ({name}). Los chats están guardados.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Split the text into shorter ones, or choose a model that reads longer ones.</source>
      <translation>Dividir el texto en otros más cortos, o elegir un modelo que lea textos más largos.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start a new chat, shorten the message, or set a larger context length.</source>
      <translation>Empezar un chat nuevo, acortar el mensaje o fijar más contexto.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start again now</source>
      <translation>Reiniciar ahora</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start again when the model that you want is loaded: what is done is kept.</source>
      <translation>Empezar de nuevo cuando esté cargado el modelo deseado: lo hecho se conserva.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start llama.cpp's rpc-server there, of the same version as the engine here, and check address and port.</source>
      <translation>Iniciar ahí rpc-server de llama.cpp, de la misma versión que el motor de aquí, y comprobar dirección y puerto.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/chat/composer.py" />
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/speed/dialog.py" />
      <location filename="leeward/ui/tuning_row.py" />
      <source>Stop</source>
      <translation>Detener</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Text and code can be attached; copy the text out of other documents and paste it.</source>
      <translation>Se pueden adjuntar textos y código; de otros documentos hay que copiar el texto y pegarlo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The RPC server {server} cannot be used: {reason}.</source>
      <translation>No se puede usar el servidor RPC {server}: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The chat database is damaged. The file was kept as {path}; nothing of it was deleted.</source>
      <translation>La base de datos de chats está dañada. El archivo se conservó como {path}; no se borró nada.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The chat template of this model cannot be used: {reason}.</source>
      <translation>No se puede usar la plantilla de chat de este modelo: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The chats were written by a newer Leeward (format {found_version}, this one knows {known_version}). The file was not touched.</source>
      <translation>Los chats los escribió un Leeward más nuevo (formato {found_version}, este conoce {known_version}). El archivo no se tocó.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The disk is full: not saved. What you typed is still here.</source>
      <translation>El disco está lleno: no se guardó. Lo escrito sigue aquí.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The download was sent on to an address that is not safe ({host}) and was stopped.</source>
      <translation>La descarga fue desviada a una dirección no segura ({host}) y se detuvo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The drive has too little room: {needed_bytes} are needed, {free_bytes} are free.</source>
      <translation>La unidad tiene poco espacio: hacen falta {needed_bytes} y hay {free_bytes} libres.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The drive of {path} cannot hold a file as large as {file}: its file system or a limit of the system does not allow it.</source>
      <translation>La unidad de {path} no puede contener un archivo tan grande como {file}: su sistema de archivos o un límite del sistema no lo permite.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine cannot answer. Your text is safe.</source>
      <translation>El motor no puede responder. El texto está a salvo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine did not answer for {silent_s:.0f} seconds and was ended. Your text is safe.</source>
      <translation>El motor no respondió en {silent_s:.0f} segundos y se cerró. El texto está a salvo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine ran out of memory and stopped. Your text is safe.</source>
      <translation>El motor se quedó sin memoria y se detuvo. El texto está a salvo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine stopped {n} times within {window_s} and is not started again by itself.</source>
      <translation>El motor se detuvo {n} veces en {window_s} y ya no se reinicia solo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine stopped. Your text is safe.</source>
      <translation>El motor se detuvo. El texto está a salvo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine was built without RPC, so {server} was not contacted.</source>
      <translation>El motor se construyó sin RPC, así que no se contactó con {server}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine was started again. What it had said is kept.</source>
      <translation>El motor se reinició. Lo que había dicho se conserva.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The file was not attached.</source>
      <translation>El archivo no se adjuntó.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The folder {path} cannot be written: nothing new is saved.</source>
      <translation>No se puede escribir en la carpeta {path}: no se guarda nada nuevo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The folder {path} is not there.</source>
      <translation>La carpeta {path} no existe.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The grammar or JSON schema for the answer cannot be used: {reason}.</source>
      <translation>No se puede usar la gramática o el esquema JSON de la respuesta: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The model cannot be asked this as it is.</source>
      <translation>No se le puede preguntar esto al modelo tal como está.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The model file {path} is not there any more.</source>
      <translation>El archivo del modelo {path} ya no existe.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The model pack was not made, because of {path}{reason}.</source>
      <translation>No se hizo el paquete de modelos, por {path}{reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The new file could not be made. The others are untouched.</source>
      <translation>No se pudo hacer el archivo nuevo. Los demás no se tocaron.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The persona cannot be used.</source>
      <translation>No se puede usar la persona.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The persona {name} came with Leeward and stays.</source>
      <translation>La persona {name} vino con Leeward y se queda.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The server does not give this file to you (status {status}).</source>
      <translation>El servidor no entrega este archivo (estado {status}).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The server is busy (status {status}). A download goes on where it was.{wait}</source>
      <translation>El servidor está ocupado (estado {status}). La descarga sigue donde estaba.{wait}</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The setting {name} cannot be used: {reason}.</source>
      <translation>No se puede usar el ajuste {name}: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The settings file {path} could not be read, so the defaults are used. The old file was kept.</source>
      <translation>No se pudo leer el archivo de ajustes {path}, así que se usan los valores predeterminados. El archivo antiguo se conservó.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The text is {size_bytes} and at most {limit_bytes} can be sent at once.</source>
      <translation>El texto ocupa {size_bytes} y se pueden enviar como mucho {limit_bytes} de una vez.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There are no conversations in the profile {path}.</source>
      <translation>No hay conversaciones en el perfil {path}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is a file {path} already. It was not touched.</source>
      <translation>Ya existe un archivo {path}. No se tocó.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is another file {path} in {folder}. It was not touched.</source>
      <translation>Hay otro archivo {path} en {folder}. No se tocó.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is no conversation {wanted}.</source>
      <translation>No existe la conversación {wanted}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is no device {name} to compute on (there is: {found}).</source>
      <translation>No hay un dispositivo {name} con el que calcular (hay: {found}).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is no persona {name} (there is: {found}).</source>
      <translation>No existe la persona {name} (hay: {found}).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This chat has {n:,} tokens, and the model has room for {n_ctx:,}. Nothing was cut or sent.</source>
      <translation>Este chat tiene {n:,} tokens y el modelo tiene sitio para {n_ctx:,}. No se recortó ni se envió nada.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This could not be taken in or out. Your chats are as they were.</source>
      <translation>No se pudo importar o exportar. Los chats están como estaban.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This message has {limit} files already.</source>
      <translation>Este mensaje ya tiene {limit} archivos.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This model cannot be used.</source>
      <translation>No se puede usar este modelo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This model cannot do that: {reason}.</source>
      <translation>Este modelo no puede hacerlo: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This was not asked beside the conversation: {reason}.</source>
      <translation>Esto no se preguntó junto a la conversación: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/tuning_row.py" />
      <source>Try again</source>
      <translation>Reintentar</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again in another place.</source>
      <translation>Volver a intentarlo en otro lugar.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again later, or choose another file.</source>
      <translation>Volver a intentarlo más tarde, o elegir otro archivo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again later.</source>
      <translation>Volver a intentarlo más tarde.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again with another file.</source>
      <translation>Volver a intentarlo con otro archivo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again.</source>
      <translation>Volver a intentarlo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again; if it happens again, the report in the logs folder says where.</source>
      <translation>Volver a intentarlo; si ocurre de nuevo, el informe de la carpeta logs dice dónde.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Understood</source>
      <translation>Entendido</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Use the window that is open or close it, or start with another profile folder (--profile).</source>
      <translation>Usar la ventana abierta o cerrarla, o empezar con otra carpeta de perfil (--profile).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Wait until it is there, or stop the other download.</source>
      <translation>Esperar a que esté, o detener la otra descarga.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>When the model is back, try again.</source>
      <translation>Cuando el modelo haya vuelto, volver a intentarlo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>a minute</source>
      <translation>un minuto</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>leeward export --list shows the conversations with their numbers.</source>
      <translation>leeward export --list muestra las conversaciones con sus números.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/library/about.py" />
      <source>none</source>
      <translation>ninguno</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{model} was not loaded, because {path} cannot be used as an adapter for it: {reason}.</source>
      <translation>No se cargó {model}, porque {path} no se puede usar como adaptador suyo: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{model} was not loaded, because {path} cannot be used as its draft model: {reason}.</source>
      <translation>No se cargó {model}, porque {path} no se puede usar como modelo borrador suyo: {reason}.</translation>
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
      <translation>{name} no llegó como se anunció: {reason}. No se usa nada de ello.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{n} minutes</source>
      <translation>{n} minutos</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be read{reason}. It was not attached.</source>
      <translation>No se puede leer {path}{reason}. No se adjuntó.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be restored: {reason}. Nothing was changed.</source>
      <translation>No se puede restaurar {path}: {reason}. No se cambió nada.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be used as a draft model: {reason}.</source>
      <translation>{path} no se puede usar como modelo borrador: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be used as an adapter: {reason}.</source>
      <translation>No se puede usar {path} como adaptador: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} has {size:,} KB, and at most {limit:,} KB can be attached.</source>
      <translation>{path} tiene {size:,} KB y se pueden adjuntar como mucho {limit:,} KB.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is being downloaded already.</source>
      <translation>{path} ya se está descargando.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is no persona that can be used: {reason}.</source>
      <translation>{path} no es una persona utilizable: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not a model that can be loaded{reason}.</source>
      <translation>{path} no es un modelo que se pueda cargar{reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not a text file. It was not attached.</source>
      <translation>{path} no es un archivo de texto. No se adjuntó.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not deleted{reason}.</source>
      <translation>{path} no se borra{reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not what a model pack should hold{reason}. Nothing of it was added to the models.</source>
      <translation>{path} no es lo que debe contener un paquete de modelos{reason}. No se añadió nada a los modelos.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} needs more memory than this computer has free.</source>
      <translation>{path} necesita más memoria de la que este ordenador tiene libre.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} needs more memory than this computer has free: it needs {needed_bytes}, and {available_bytes} are free.</source>
      <translation>{path} necesita más memoria de la que este ordenador tiene libre: necesita {needed_bytes} y hay {available_bytes} libres.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} was not made: {reason}. The files it was to be made of are untouched.</source>
      <translation>{path} no se hizo: {reason}. Los archivos de origen no se tocaron.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{wanted} was not found.</source>
      <translation>No se encontró {wanted}.</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>, sliding window of {n:,} tokens</source>
      <translation>, ventana deslizante de {n:,} tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>, {n} heads of {head_dim_k} ({n_kv_heads} for keys and values)</source>
      <translation>, {n} cabezas de {head_dim_k} ({n_kv_heads} para claves y valores)</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Adapter</source>
      <translation>Adaptador</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Architecture</source>
      <translation>Arquitectura</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Context</source>
      <translation>Contexto</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Experts</source>
      <translation>Expertos</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/extraction/table.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>File</source>
      <translation>Archivo</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>From</source>
      <translation>Procedencia</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Holds</source>
      <translation>Contiene</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Last used</source>
      <translation>Último uso</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Layers</source>
      <translation>Capas</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Licence</source>
      <translation>Licencia</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/library/speed_text.py" />
      <source>Memory</source>
      <translation>Memoria</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Name</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>On disk</source>
      <translation>En disco</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Parameters</source>
      <translation>Parámetros</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Path</source>
      <translation>Ruta</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>SHA-256</source>
      <translation>SHA-256</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Sees with</source>
      <translation>Ve con</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Template</source>
      <translation>Plantilla</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Tokenizer</source>
      <translation>Tokenizador</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>about {total} at {n:,} tokens, {kv_type} ({parts}, {rest} more)</source>
      <translation>unos {total} con {n:,} tokens, {kv_type} ({parts}, {rest} más)</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>never here</source>
      <translation>nunca aquí</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>not Leeward</source>
      <translation>no de Leeward</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>not stated</source>
      <translation>no indicada</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>rank {ranks}, alpha {alpha:g}, changes {n} tensors of its model</source>
      <translation>rango {ranks}, alfa {alpha:g}, cambia {n} tensores de su modelo</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>unpacked here</source>
      <translation>desempaquetado aquí</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>yes, {n:,} characters</source>
      <translation>sí, {n:,} caracteres</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{kind}, {n:,} tokens</source>
      <translation>{kind}, {n:,} tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{low} to {high}</source>
      <translation>{low} a {high}</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <location filename="leeward/ui/chat/items.py" />
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>{n:,} tokens</source>
      <translation>{n:,} tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{name}, {size}</source>
      <translation>{name}, {size}</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{name}, {size} in {n} files</source>
      <translation>{name}, {size} en {n} archivos</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{n}, {n_embd} wide</source>
      <translation>{n}, ancho {n_embd}</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{n}, {n_experts_used} used per token</source>
      <translation>{n}, {n_experts_used} usados por token</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{weights} weights, {kv} keys and values</source>
      <translation>{weights} de pesos, {kv} de claves y valores</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it changes nothing</source>
      <translation>no cambia nada</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it does not say that it is an adapter, as old converters did not</source>
      <translation>no dice que sea un adaptador, como hacían los conversores antiguos</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it is a whole model, which is loaded by itself</source>
      <translation>es un modelo completo, que se carga por sí mismo</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it is to begin at certain words of the text (aLoRA), which Leeward does not do</source>
      <translation>debe empezar en ciertas palabras del texto (aLoRA), lo que Leeward no hace</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>its name cannot be written as text</source>
      <translation>su nombre no se puede escribir como texto</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>its strength (alpha) is not a number</source>
      <translation>su intensidad (alpha) no es un número</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>a file is missing</source>
      <translation>falta un archivo</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>damaged</source>
      <translation>dañado</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>folder not available</source>
      <translation>carpeta no disponible</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>not read yet</source>
      <translation>aún sin leer</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>ready</source>
      <translation>listo</translation>
    </message>
    <message>
      <location filename="leeward/library/fit.py" />
      <source>Keys and values are stored smaller (q8_0), because memory is short: long prompts are read slower.</source>
      <translation>Claves y valores se guardan más pequeños (q8_0) por falta de memoria: los prompts largos se leen más despacio.</translation>
    </message>
    <message>
      <location filename="leeward/library/fit.py" />
      <source>The context length is {n:,} tokens instead of {n_ctx:,}, because memory is short.</source>
      <translation>La longitud de contexto es de {n:,} tokens en lugar de {n_ctx:,}, por falta de memoria.</translation>
    </message>
    <message>
      <location filename="leeward/library/gguf_source.py" />
      <location filename="leeward/storage/text_file.py" />
      <source>it is not a file</source>
      <translation>no es un archivo</translation>
    </message>
    <message>
      <location filename="leeward/library/gguf_source.py" />
      <source>the file became shorter while it was read</source>
      <translation>el archivo se acortó mientras se leía</translation>
    </message>
    <message>
      <location filename="leeward/library/gguf_source.py" />
      <source>the file ends within its header: it is cut off or damaged</source>
      <translation>el archivo termina dentro de su cabecera: está recortado o dañado</translation>
    </message>
    <message>
      <location filename="leeward/library/header.py" />
      <location filename="leeward/library/transfer.py" />
      <source>it is not a GGUF file</source>
      <translation>no es un archivo GGUF</translation>
    </message>
    <message>
      <location filename="leeward/library/header.py" />
      <source>it was made for a big-endian machine</source>
      <translation>se hizo para una máquina big-endian</translation>
    </message>
    <message>
      <location filename="leeward/library/header.py" />
      <source>two tokens of its vocabulary are spelled alike</source>
      <translation>dos tokens de su vocabulario se escriben igual</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>MB</source>
      <translation>MB</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>a word every {time}</source>
      <translation>una palabra cada {time}</translation>
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
      <translation>{n} h</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>{n} min</source>
      <translation>{n} min</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <location filename="leeward/ui/chat/thinking.py" />
      <source>{n} s</source>
      <translation>{n} s</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/library/in_words.py" />
      <source>{n} words a second</source>
      <extracomment>For one: {n} word a second</extracomment>
      <translation>
        <numerusform>{n} palabra por segundo</numerusform>
        <numerusform>{n} palabras por segundo</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>{size} of memory planned</source>
      <translation>{size} de memoria previstos</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>{size} used</source>
      <translation>{size} usados</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>It cannot be loaded as a model: {reason}.</source>
      <translation>No se puede cargar como modelo: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>It does not name the token that ends an answer.</source>
      <translation>No nombra el token que termina una respuesta.</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>It has no chat template, so it may be a base model that continues text instead of answering.</source>
      <translation>No tiene plantilla de chat, así que puede ser un modelo base que continúa texto en vez de responder.</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>Its architecture {architecture} is not among those that llama-cpp-python {version} knows; a newer engine may be needed.</source>
      <translation>Su arquitectura {architecture} no está entre las que conoce llama-cpp-python {version}; puede hacer falta un motor más nuevo.</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>Its chat template is empty, larger than {size}, or not text.</source>
      <translation>Su plantilla de chat está vacía, pasa de {size} o no es texto.</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it does not say of which architecture it is</source>
      <translation>no dice de qué arquitectura es</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it does not say which tokenizer it has</source>
      <translation>no dice qué tokenizador tiene</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it has attention and does not say how many heads</source>
      <translation>tiene atención y no dice cuántas cabezas</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it has no list of tokens</source>
      <translation>no tiene lista de tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it holds a vocabulary and no weights</source>
      <translation>contiene un vocabulario y ningún peso</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it holds something else than a model</source>
      <translation>contiene otra cosa que un modelo</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it is the part of a multimodal model that sees and hears (mmproj), which goes with another file</source>
      <translation>es la parte de un modelo multimodal que ve y oye (mmproj), que va con otro archivo</translation>
    </message>
    <message>
      <location filename="leeward/library/offers.py" />
      <source>it has no GGUF files</source>
      <translation>no tiene archivos GGUF</translation>
    </message>
    <message>
      <location filename="leeward/library/offers.py" />
      <source>its SHA-256 is not known, so it could not be checked</source>
      <translation>no se conoce su SHA-256, así que no se podría comprobar</translation>
    </message>
    <message>
      <location filename="leeward/library/offers.py" />
      <source>one of its files is empty</source>
      <translation>uno de sus archivos está vacío</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it cannot be read; perhaps its drive was taken out</source>
      <translation>no se puede leer; quizá se retiró su unidad</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it is no list of a model pack that this version knows</source>
      <translation>no es una lista de paquete de modelos que esta versión conozca</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it is too large</source>
      <translation>es demasiado grande</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists a file of a name that is not allowed</source>
      <translation>incluye un archivo con un nombre no permitido</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists a size or hash that is none</source>
      <translation>incluye un tamaño o hash no válido</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists models without files, or too many files</source>
      <translation>incluye modelos sin archivos, o demasiados archivos</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists two files of the same name</source>
      <translation>incluye dos archivos con el mismo nombre</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>its content is not what Leeward once downloaded</source>
      <translation>su contenido no es el que Leeward descargó</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>its content is not what was packed (SHA-256 differs)</source>
      <translation>su contenido no es el que se empaquetó (SHA-256 distinto)</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>its name is too long for a pack</source>
      <translation>su nombre es demasiado largo para un paquete</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>the file is not there</source>
      <translation>el archivo no está</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>two of the models have files of the same name</source>
      <translation>dos de los modelos tienen archivos con el mismo nombre</translation>
    </message>
    <message>
      <location filename="leeward/library/persona_files.py" />
      <source>there is no adapter of that name in the model folders</source>
      <translation>no hay ningún adaptador con ese nombre en las carpetas de modelos</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>it is taken off the list, and its files stay</source>
      <translation>se quita de la lista y sus archivos se quedan</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>it lies in another folder that a link leads to</source>
      <translation>está en otra carpeta a la que lleva un enlace</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>it was not downloaded or unpacked by Leeward</source>
      <translation>no lo descargó ni desempaquetó Leeward</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>its files are deleted</source>
      <translation>se borran sus archivos</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>the link is removed, and the file it leads to stays</source>
      <translation>se quita el enlace y el archivo al que lleva se queda</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>away: the drive or file is not there</source>
      <translation>ausente: la unidad o el archivo no está</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>away: the drive or folder is not there</source>
      <translation>ausente: la unidad o la carpeta no está</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>away: the drive or folder is not there; {models} stay listed</source>
      <translation>ausente: la unidad o la carpeta no está; siguen en la lista {models}</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>no models</source>
      <translation>ningún modelo</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>not found on this computer now</source>
      <translation>ahora no se encuentra en este ordenador</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>{models}, {size}</source>
      <translation>{models}, {size}</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/library/sources.py" />
      <source>{n} models</source>
      <extracomment>For one: {n} model</extracomment>
      <translation>
        <numerusform>{n} modelo</numerusform>
        <numerusform>{n} modelos</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>First word</source>
      <translation>Primera palabra</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>First word of a chat that was kept on disk: {time}.</source>
      <translation>Primera palabra de un chat guardado en el disco: {time}.</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>First word, asked again</source>
      <translation>Primera palabra, al repetir</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Leeward, engine {engine}, measured on {date} (UTC)</source>
      <translation>Leeward, motor {engine}, medido el {date} (UTC)</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Length of the prompt, in tokens</source>
      <translation>Longitud del prompt, en tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Not measured: {lengths} tokens. That would have taken more than {n} seconds in all.</source>
      <translation>Sin medir: {lengths} tokens. Habría llevado más de {n} segundos en total.</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Not measured: {lengths} tokens. With an answer that is more than the context of {n_ctx:,} has room for.</source>
      <translation>Sin medir: {lengths} tokens. Con una respuesta es más de lo que cabe en el contexto de {n_ctx:,}.</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Reads a prompt, tokens/s</source>
      <translation>Lee un prompt, tokens/s</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Reads {prompt} times and writes {decode} times as fast as on {date}.</source>
      <translation>Lee {prompt} veces y escribe {decode} veces tan rápido como el {date}.</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Writes, tokens/s</source>
      <translation>Escribe, tokens/s</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Writing reaches {percent} % of what this machine's memory allows ({rate} a second, {limit} tokens/s).</source>
      <translation>La escritura alcanza el {percent} % de lo que permite la memoria de este equipo ({rate} por segundo, {limit} tokens/s).</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Writing was faster than reading all of the model from memory ({rate} a second): the processor's caches hold a part of it, or something else kept the machine busy.</source>
      <translation>La escritura fue más rápida que leer todo el modelo de la memoria ({rate} por segundo): las cachés del procesador guardan una parte, u otra cosa ocupaba el equipo.</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{cpu}, {n} cores, {memory} of memory, {system}</source>
      <translation>{cpu}, {n} núcleos, {memory} de memoria, {system}</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{date}: {model} on {device}, {threads}, reads {prompt} and writes {decode} tokens/s at {n:,} tokens</source>
      <translation>{date}: {model} en {device}, {threads}, lee {prompt} y escribe {decode} tokens/s con {n:,} tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{date}: {model}, too slow to be measured</source>
      <translation>{date}: {model}, demasiado lento para medirlo</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{model} on {device}, {threads}, loaded in {time}</source>
      <translation>{model} en {device}, {threads}, cargado en {time}</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{n:.1f} s</source>
      <translation>{n:.1f} s</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{n:.2f} s</source>
      <translation>{n:.2f} s</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{n} ms</source>
      <translation>{n} ms</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/library/speed_text.py" />
      <source>{n} threads</source>
      <extracomment>For one: {n} thread</extracomment>
      <translation>
        <numerusform>{n} hilo</numerusform>
        <numerusform>{n} hilos</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/library/template_echo.py" />
      <source>Asked for a hello, the model answers and ends by itself.</source>
      <translation>Al pedirle un saludo, el modelo responde y termina solo.</translation>
    </message>
    <message>
      <location filename="leeward/library/template_echo.py" />
      <source>Asked for a hello, the model goes on and on: it may not know how to end.</source>
      <translation>Al pedirle un saludo, el modelo sigue y sigue: puede que no sepa terminar.</translation>
    </message>
    <message>
      <location filename="leeward/library/template_echo.py" />
      <source>Asked for a hello, the model says nothing.</source>
      <translation>Al pedirle un saludo, el modelo no dice nada.</translation>
    </message>
    <message>
      <location filename="leeward/library/transfer.py" />
      <source>a web page came instead of the file</source>
      <translation>llegó una página web en lugar del archivo</translation>
    </message>
    <message>
      <location filename="leeward/library/transfer.py" />
      <source>it is longer than announced</source>
      <translation>es más largo de lo anunciado</translation>
    </message>
    <message>
      <location filename="leeward/library/transfer.py" />
      <source>its SHA-256 is another one</source>
      <translation>su SHA-256 es otro</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>How fast it will be is not known: nothing like it was measured on this machine.</source>
      <translation>No se sabe lo rápido que será: en esta máquina no se midió nada parecido.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It fits with up to {n:,} tokens of context: it needs {needs}, and {free}.</source>
      <translation>Cabe con hasta {n:,} tokens de contexto: necesita {needs}, y {free}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It fits: it needs {needs}, and {free}.</source>
      <translation>Cabe: necesita {needs}, y {free}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It is slow here. {sentence}</source>
      <translation>Aquí es lento. {sentence}</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It is too large for this machine: it needs {needs} and does not fit with less, and {free}.</source>
      <translation>Es demasiado grande para esta máquina: necesita {needs} y no cabe con menos, y {free}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>To a prompt of {n:.0f} words, the first word comes in about {time}, then about {speed}.</source>
      <translation>Con un prompt de {n:.0f} palabras, la primera palabra llega en unos {time}; después, aproximadamente {speed}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>To a prompt of {n:.0f} words, the first word comes within about {time}, then at least {speed}.</source>
      <translation>Con un prompt de {n:.0f} palabras, la primera palabra llega en menos de {time} aproximadamente; después, al menos {speed}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>Weights take {weights_bytes}, keys and values {kv_bytes} ({kv_type}), computing and the rest {rest}.</source>
      <translation>Los pesos ocupan {weights_bytes}; claves y valores, {kv_bytes} ({kv_type}); el cálculo y lo demás, {rest}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>fits</source>
      <translation>cabe</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>fits with less context</source>
      <translation>cabe con menos contexto</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>slow</source>
      <translation>lento</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>too large</source>
      <translation>demasiado grande</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>{size} are free now</source>
      <translation>ahora hay {size} libres</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>{size} is free now</source>
      <translation>ahora hay {size} libres</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>{size} of free memory at {n:,} tokens of context</source>
      <translation>{size} de memoria libre con {n:,} tokens de contexto</translation>
    </message>
    <message>
      <location filename="leeward/library/web.py" />
      <source>the connection was closed early</source>
      <translation>la conexión se cerró antes de tiempo</translation>
    </message>
    <message>
      <location filename="leeward/storage/atomic.py" />
      <source>its drive allows no file of that size</source>
      <translation>su unidad no admite archivos de ese tamaño</translation>
    </message>
    <message>
      <location filename="leeward/storage/atomic.py" />
      <source>its folder cannot be written</source>
      <translation>no se puede escribir en su carpeta</translation>
    </message>
    <message>
      <location filename="leeward/storage/atomic.py" />
      <source>the disk is full</source>
      <translation>el disco está lleno</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>it is no backup of Leeward</source>
      <translation>no es una copia de seguridad de Leeward</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>it is no ordinary file</source>
      <translation>no es un archivo corriente</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>its list has a size or hash that is none</source>
      <translation>su lista tiene un tamaño o hash no válido</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>its list names other files than a backup has</source>
      <translation>su lista nombra archivos que una copia no tiene</translation>
    </message>
    <message>
      <location filename="leeward/storage/personas.py" />
      <source>it cannot be read</source>
      <translation>no se puede leer</translation>
    </message>
    <message>
      <location filename="leeward/storage/personas.py" />
      <source>it is nested too deeply</source>
      <translation>tiene demasiados niveles</translation>
    </message>
    <message>
      <location filename="leeward/storage/personas.py" />
      <source>the file is too large</source>
      <translation>el archivo es demasiado grande</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>a file in it is too large</source>
      <translation>contiene un archivo demasiado grande</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it holds too many files</source>
      <translation>contiene demasiados archivos</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it is damaged</source>
      <translation>está dañado</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it is no zip file, or its end is missing</source>
      <translation>no es un archivo zip, o le falta el final</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it uses a method of compression that is not known</source>
      <translation>usa un método de compresión desconocido</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>its end is damaged</source>
      <translation>su final está dañado</translation>
    </message>
    <message>
      <location filename="leeward/ui/banner.py" />
      <source>&amp;Undo</source>
      <translation>&amp;Deshacer</translation>
    </message>
    <message>
      <location filename="leeward/ui/banner.py" />
      <source>Close this message</source>
      <translation>Cerrar este mensaje</translation>
    </message>
    <message>
      <location filename="leeward/ui/banner.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Undo</source>
      <translation>Deshacer</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>(empty)</source>
      <translation>(vacío)</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/chat/actions.py" />
      <source>All branches of this chat</source>
      <translation>Todas las ramas de este chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>Branches</source>
      <translation>Ramas</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/speed/dialog.py" />
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Close</source>
      <translation>Cerrar</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>Show this branch</source>
      <translation>Mostrar esta rama</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>System</source>
      <translation>Sistema</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>The model is answering. When it has ended, another branch can be shown.</source>
      <translation>El modelo está respondiendo. Cuando termine se podrá mostrar otra rama.</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>There is one branch so far. Editing a message or answering again makes another one.</source>
      <translation>De momento hay una rama. Editar un mensaje o responder de nuevo crea otra.</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>Tool</source>
      <translation>Herramienta</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>What is shown now stands in bold letters.</source>
      <translation>Lo que se muestra ahora está en negrita.</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>You</source>
      <translation>Usuario</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>{branch}, shown now</source>
      <translation>{branch}, se muestra ahora</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/branches_dialog.py" />
      <source>{n} messages</source>
      <extracomment>For one: {n} message</extracomment>
      <translation>
        <numerusform>{n} mensaje</numerusform>
        <numerusform>{n} mensajes</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Answer again</source>
      <translation>Responder de nuevo</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Continue</source>
      <translation>Continuar</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Copy message</source>
      <translation>Copiar mensaje</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Delete from here</source>
      <translation>Borrar desde aquí</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Edit message</source>
      <translation>Editar mensaje</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>How it was made</source>
      <translation>Cómo se hizo</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Insert a message of the model after it</source>
      <translation>Insertar después un mensaje del modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Insert a message of yours after it</source>
      <translation>Insertar después un mensaje propio</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>New chat from here</source>
      <translation>Nuevo chat desde aquí</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Next version</source>
      <translation>Versión siguiente</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Previous version</source>
      <translation>Versión anterior</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <location filename="leeward/ui/context_meter.py" />
      <source>Attached files</source>
      <translation>Archivos adjuntos</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <source>Attached: {file}, {facts}</source>
      <translation>Adjunto: {file}, {facts}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <source>Take off {file}</source>
      <translation>Quitar {file}</translation>
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
        <numerusform>{n:,} byte</numerusform>
        <numerusform>{n:,} bytes</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Heading {level}</source>
      <translation>Título {level}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>List item</source>
      <translation>Elemento de lista</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Paragraph</source>
      <translation>Párrafo</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Quote</source>
      <translation>Cita</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Table, {rows} rows, {columns} columns</source>
      <translation>Tabla, {rows} filas, {columns} columnas</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Code</source>
      <translation>Código</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Code, {language}</source>
      <translation>Código, {language}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Copy code</source>
      <translation>Copiar código</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Copy {language} code</source>
      <translation>Copiar código {language}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Do not wrap long lines</source>
      <translation>No ajustar las líneas largas</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Hide what is in it</source>
      <translation>Ocultar el contenido</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Save code as a file</source>
      <translation>Guardar el código como archivo</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Save {language} code as a file</source>
      <translation>Guardar el código {language} como archivo</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Show what is in it</source>
      <translation>Mostrar el contenido</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Wrap long lines</source>
      <translation>Ajustar las líneas largas</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>text</source>
      <translation>texto</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <location filename="leeward/ui/compose.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Attach text files</source>
      <translation>Adjuntar archivos de texto</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Esc stops the answer</source>
      <translation>Esc detiene la respuesta</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Message {name}…</source>
      <translation>Mensaje a {name}…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <source>Save</source>
      <translation>Guardar</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Send</source>
      <translation>Enviar</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Send after this answer</source>
      <translation>Enviar tras esta respuesta</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Write a message…</source>
      <translation>Escribir un mensaje…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{keys} · / for prompts</source>
      <translation>{keys} · / para prompts</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{keys} · Esc cancels</source>
      <translation>{keys} · Esc cancela</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{key} saves · {line_key} starts a new line</source>
      <translation>{key} guarda · {line_key} empieza otra línea</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{key} sends it after this answer · Esc stops the answer</source>
      <translation>{key} lo envía tras esta respuesta · Esc detiene la respuesta</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{key} sends · {line_key} starts a new line</source>
      <translation>{key} envía · {line_key} empieza otra línea</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <location filename="leeward/ui/link_dialog.py" />
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/small_dialogs.py" />
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Cancel. {text}</source>
      <translation>Cancelar. {text}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Do not send this waiting message</source>
      <translation>No enviar este mensaje en espera</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Edit this waiting message</source>
      <translation>Editar este mensaje en espera</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Next: {text}</source>
      <translation>Siguiente: {text}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Sent after this answer</source>
      <translation>Se envía tras esta respuesta</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Then: {text}</source>
      <translation>Después: {text}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>and {n} more</source>
      <translation>y {n} más</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>Jump to the newest message</source>
      <translation>Ir al mensaje más nuevo</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>New text</source>
      <translation>Texto nuevo</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>{name} said</source>
      <translation>{name} dijo</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>{text}, hidden</source>
      <translation>{text}, oculto</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>{text}, shown</source>
      <translation>{text}, visible</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/field.py" />
      <source>Message</source>
      <translation>Mensaje</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <source>Close the search</source>
      <translation>Cerrar la búsqueda</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Find in this chat</source>
      <translation>Buscar en este chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Next match</source>
      <translation>Coincidencia siguiente</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <source>No match</source>
      <translation>Sin coincidencias</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Previous match</source>
      <translation>Coincidencia anterior</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <source>{current:,} of {n:,}</source>
      <translation>{current:,} de {n:,}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>Continue this answer</source>
      <translation>Continuar esta respuesta</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>Continue this answer where it was cut</source>
      <translation>Continuar esta respuesta donde se cortó</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>More actions</source>
      <translation>Más acciones</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>Version {number} of {n}</source>
      <translation>Versión {number} de {n}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/inline.py" />
      <source>[image: {name}]</source>
      <translation>[imagen: {name}]</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Edited</source>
      <translation>Editado</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>Interrupted</source>
      <translation>Interrumpido</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>Length limit reached</source>
      <translation>Límite de longitud alcanzado</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Stopped</source>
      <translation>Detenido</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>read {new:,} new of {n:,}</source>
      <translation>{new:,} nuevos leídos de {n:,}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>{share} % reused</source>
      <translation>{share} % reutilizado</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>{speed:.1f} tokens/s</source>
      <translation>{speed:.1f} tokens/s</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>{time:.2f} s to first token</source>
      <translation>{time:.2f} s hasta el primer token</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/memory_line.py" />
      <source>The model's memory begins here</source>
      <translation>La memoria del modelo empieza aquí</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/memory_line.py" />
      <source>What stands above had left the model's memory when it answered last: there was no more room. It stays in the chat.</source>
      <translation>Lo de arriba había salido de la memoria del modelo cuando respondió por última vez: no quedaba sitio. Sigue en el chat.</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/pool.py" />
      <source>System prompt set</source>
      <translation>Hay un prompt de sistema</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/pool.py" />
      <source>You said</source>
      <translation>Mensaje propio</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/prompt_menu.py" />
      <source>Edit prompts…</source>
      <translation>Editar prompts…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/prompt_menu.py" />
      <location filename="leeward/ui/prompts_dialog.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Prompts</source>
      <translation>Prompts</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/spelling.py" />
      <source>Add “{word}” to the dictionary</source>
      <translation>Añadir “{word}” al diccionario</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/spelling.py" />
      <source>Ignore “{word}”</source>
      <translation>Ignorar “{word}”</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy selection</source>
      <translation>Copiar selección</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy selection as Markdown</source>
      <translation>Copiar selección como Markdown</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy selection as plain text</source>
      <translation>Copiar selección como texto sin formato</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy the link's address</source>
      <translation>Copiar la dirección del enlace</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Select all</source>
      <translation>Seleccionar todo</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thinking…</source>
      <translation>Pensando…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thinking… {words}</source>
      <translation>Pensando… {words}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thought for a moment</source>
      <translation>Pensó un momento</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thought for {words}</source>
      <translation>Pensó durante {words}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thoughts</source>
      <translation>Razonamiento</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>{minutes} min {seconds} s</source>
      <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/view.py" />
      <source>Conversation</source>
      <translation>Conversación</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/view.py" />
      <source>Waiting for the model…</source>
      <translation>Esperando al modelo…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_actions.py" />
      <source>Actions of this message</source>
      <translation>Acciones de este mensaje</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_actions.py" />
      <source>The message and what followed it were deleted</source>
      <translation>El mensaje y lo que seguía se borraron</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>Assistant</source>
      <translation>Asistente</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>It is kept. Ask again, or write on.</source>
      <translation>Se conserva. Se puede preguntar de nuevo o seguir escribiendo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>The model is answering.</source>
      <translation>El modelo está respondiendo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>This question has no answer yet.</source>
      <translation>Esta pregunta aún no tiene respuesta.</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>Wait for the end, or stop it with Esc.</source>
      <translation>Esperar al final, o detenerla con Esc.</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_reading.py" />
      <source>All files (*)</source>
      <translation>Todos los archivos (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_reading.py" />
      <source>Save code</source>
      <translation>Guardar código</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <source>Actions and chats</source>
      <translation>Acciones y chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>All actions</source>
      <translation>Todas las acciones</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <source>What do you want to do, or which chat?</source>
      <translation>¿Qué acción o qué chat?</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <source>What to do, or which chat</source>
      <translation>Qué hacer, o qué chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/compose.py" />
      <source>{name} was taken off</source>
      <translation>Se quitó {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>An answer is left room for {room:,} tokens; the context has {size:,}.</source>
      <translation>Para la respuesta quedan {room:,} tokens; el contexto tiene {size:,}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>Context: {used:,} of {size:,} tokens, {percent} % full</source>
      <translation>Contexto: {used:,} de {size:,} tokens, {percent} % lleno</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>Free</source>
      <translation>Libre</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>Some of it is a guess until the model has counted it.</source>
      <translation>Una parte es una estimación hasta que el modelo la cuente.</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>System prompt</source>
      <translation>Prompt de sistema</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>The chat so far</source>
      <translation>El chat hasta ahora</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>What fills the context</source>
      <translation>Qué llena el contexto</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>What the model reads next</source>
      <translation>Lo que el modelo lee a continuación</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>What you are writing</source>
      <translation>Lo que se está escribiendo</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>{part}: {n:,} tokens</source>
      <translation>{part}: {n:,} tokens</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_list.py" />
      <source>Folder {name}, {n:,} chats, closed</source>
      <extracomment>For one: Folder {name}, {n:,} chat, closed</extracomment>
      <translation>
        <numerusform>Carpeta {name}, {n:,} chat, cerrada</numerusform>
        <numerusform>Carpeta {name}, {n:,} chats, cerrada</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_list.py" />
      <source>Folder {name}, {n:,} chats, open</source>
      <extracomment>For one: Folder {name}, {n:,} chat, open</extracomment>
      <translation>
        <numerusform>Carpeta {name}, {n:,} chat, abierta</numerusform>
        <numerusform>Carpeta {name}, {n:,} chats, abierta</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_list.py" />
      <location filename="leeward/ui/conversation_rows.py" />
      <source>temporary</source>
      <translation>temporal</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Archive</source>
      <comment>verb</comment>
      <translation>Archivar</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/kept_row.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Delete</source>
      <translation>Borrar</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete all {n:,} chats in the bin for good? They cannot be brought back.</source>
      <translation>¿Borrar definitivamente los {n:,} chats de la papelera? No se podrán recuperar.</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete for good…</source>
      <translation>Borrar definitivamente…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete the folder</source>
      <translation>Borrar la carpeta</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete “{title}” for good? It cannot be brought back.</source>
      <translation>¿Borrar “{title}” definitivamente? No se podrá recuperar.</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Export…</source>
      <translation>Exportar…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Move to</source>
      <translation>Mover a</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/sidebar.py" />
      <source>New folder…</source>
      <translation>Nueva carpeta…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>No folder</source>
      <translation>Sin carpeta</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/link_dialog.py" />
      <source>Open</source>
      <translation>Abrir</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Pin to the top</source>
      <translation>Fijar arriba</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Rename</source>
      <translation>Cambiar nombre</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/transfer.py" />
      <source>Restore</source>
      <translation>Restaurar</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Tags</source>
      <translation>Etiquetas</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Tags…</source>
      <translation>Etiquetas…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Take off the top</source>
      <translation>Dejar de fijar</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Take out of the archive</source>
      <translation>Desarchivar</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Archive</source>
      <translation>Archivados</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Bin</source>
      <translation>Papelera</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Chats</source>
      <translation>Chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Folder</source>
      <translation>Carpeta</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Folders</source>
      <translation>Carpetas</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Messages in the newest {n} chats</source>
      <translation>Mensajes de los {n} chats más nuevos</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Messages in {n} chats</source>
      <extracomment>For one: Messages in {n} chat</extracomment>
      <translation>
        <numerusform>Mensajes de {n} chat</numerusform>
        <numerusform>Mensajes de {n} chats</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Nothing found</source>
      <translation>No se encontró nada</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Nothing is in the archive</source>
      <translation>No hay chats archivados</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Older</source>
      <translation>Anteriores</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Pinned</source>
      <translation>Fijados</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Previous 7 days</source>
      <translation>Últimos 7 días</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Searching the messages…</source>
      <translation>Buscando en los mensajes…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <location filename="leeward/ui/header.py" />
      <source>Temporary</source>
      <translation>Temporales</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>The bin is empty</source>
      <translation>La papelera está vacía</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Today</source>
      <translation>Hoy</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Untitled chat</source>
      <translation>Chat sin título</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Yesterday</source>
      <translation>Ayer</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>archive</source>
      <translation>archivado</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>d MMM yyyy</source>
      <comment>a date, in the letters of Qt</comment>
      <translation>d MMM yyyy</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>goes within the hour</source>
      <translation>desaparece en menos de una hora</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n:,} chats</source>
      <extracomment>For one: {n:,} chat</extracomment>
      <translation>
        <numerusform>{n:,} chat</numerusform>
        <numerusform>{n:,} chats</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n:,} chats, kept for {days} days</source>
      <extracomment>For one: {n:,} chat, kept for {days} days</extracomment>
      <translation>
        <numerusform>{n:,} chat, se conserva {days} días</numerusform>
        <numerusform>{n:,} chats, se conservan {days} días</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n:,} titles</source>
      <extracomment>For one: {n:,} title</extracomment>
      <translation>
        <numerusform>{n:,} título</numerusform>
        <numerusform>{n:,} títulos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n} days left</source>
      <extracomment>For one: {n} day left</extracomment>
      <translation>
        <numerusform>queda {n} día</numerusform>
        <numerusform>quedan {n} días</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n} of {all:,} titles</source>
      <translation>{n} de {all:,} títulos</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_view.py" />
      <source>Conversations</source>
      <translation>Conversaciones</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Go on</source>
      <translation>Continuar</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>Something in Leeward went wrong. Your chats and what you typed are saved.</source>
      <translation>Algo falló en Leeward. Los chats y lo escrito están guardados.</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>Something went wrong</source>
      <translation>Algo falló</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>You can go on. The fault is {kind} at {place}; a report could not be written.</source>
      <translation>Se puede continuar. El fallo es {kind} en {place}; no se pudo escribir un informe.</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>You can go on; if something looks odd, start Leeward again. The report {name} says where it happened. It holds nothing of your chats.</source>
      <translation>Se puede continuar; si algo parece raro, reiniciar Leeward. El informe {name} dice dónde ocurrió. No contiene nada de los chats.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>A temporary chat: it is never written to the disk, and it is gone when Leeward ends.</source>
      <translation>Un chat temporal: nunca se escribe en el disco y desaparece al cerrar Leeward.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Any GGUF file works. You can also drag one onto this window.</source>
      <translation>Sirve cualquier archivo GGUF. También se puede arrastrar a esta ventana.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Chat with {name}</source>
      <translation>Chatear con {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Choose a model to begin</source>
      <translation>Elegir un modelo para empezar</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Example: {title}</source>
      <translation>Ejemplo: {title}</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Explain how a boat sails against the wind</source>
      <translation>Explica cómo navega un velero contra el viento</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Explain how a sailing boat can sail against the wind.</source>
      <translation>Explica cómo puede un velero navegar contra el viento.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <location filename="leeward/ui/model_picker.py" />
      <source>Get models…</source>
      <translation>Obtener modelos…</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Getting {name} ready</source>
      <translation>Preparando {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>It runs on this computer. Nothing you write leaves it.</source>
      <translation>Funciona en este ordenador. Nada de lo escrito sale de él.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <location filename="leeward/ui/model_picker.py" />
      <source>Open a GGUF file…</source>
      <translation>Abrir un archivo GGUF…</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write a Python function that tells whether a word is a palindrome, with an example.</source>
      <translation>Escribe una función de Python que diga si una palabra es un palíndromo, con un ejemplo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write a short, friendly e-mail that asks my landlord to repair the heating.</source>
      <translation>Escribe un correo breve y amable para pedir a mi casero que repare la calefacción.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write a small Python program</source>
      <translation>Escribe un pequeño programa en Python</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write an e-mail to my landlord</source>
      <translation>Escribe un correo a mi casero</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>You can already write your message.</source>
      <translation>Ya se puede escribir el mensaje.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Back</source>
      <translation>Volver</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Forgets what was done before.</source>
      <translation>Olvida lo hecho antes.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>How far the table is</source>
      <translation>Cómo va la tabla</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Looking at the texts…</source>
      <translation>Mirando los textos…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>No model is loaded. Load one before you start.</source>
      <translation>No hay ningún modelo cargado. Cargar uno antes de empezar.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/extraction/words.py" />
      <source>No model is loaded. Load one, then start again.</source>
      <translation>No hay ningún modelo cargado. Cargar uno y empezar de nuevo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>No program here opens it. The table is {path}.</source>
      <translation>Ningún programa de aquí la abre. La tabla es {path}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Open the table</source>
      <translation>Abrir la tabla</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Read all anew</source>
      <translation>Leer todo de nuevo</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Replace it</source>
      <translation>Reemplazarla</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Start</source>
      <translation>Empezar</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Stopping…</source>
      <translation>Deteniendo…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Texts into a table</source>
      <translation>De textos a tabla</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>This window can be closed: the table goes on. Chats are answered in between, and first.</source>
      <translation>Esta ventana se puede cerrar: la tabla continúa. Entretanto se responde a los chats, y primero.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>{model} reads every text, as the persona “{persona}”. What is too long for it is read in parts, a row each.</source>
      <translation>{model} lee cada texto como la persona “{persona}”. Lo que es demasiado largo se lee por partes, una fila cada una.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>All files</source>
      <translation>Todos los archivos</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>As CSV, for spreadsheets</source>
      <translation>Como CSV, para hojas de cálculo</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>As JSON Lines, for programs</source>
      <translation>Como JSON Lines, para programas</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose a folder, or drop it here</source>
      <translation>Elegir una carpeta, o soltarla aquí</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose the folder with the texts</source>
      <translation>Elegir la carpeta con los textos</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose the folder with the texts first.</source>
      <translation>Elegir primero la carpeta con los textos.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose where the table goes</source>
      <translation>Elegir dónde va la tabla</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose…</source>
      <translation>Elegir…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Example</source>
      <translation>Ejemplo</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Folder with the texts</source>
      <translation>Carpeta con los textos</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <source>JSON schema</source>
      <translation>Esquema JSON</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>JSON schemas</source>
      <translation>Esquemas JSON</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Mend the JSON schema first, or take the example.</source>
      <translation>Corregir primero el esquema JSON, o tomar el ejemplo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Open a JSON schema</source>
      <translation>Abrir un esquema JSON</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Open a file with a JSON schema</source>
      <translation>Abrir un archivo con un esquema JSON</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Open a file…</source>
      <translation>Abrir un archivo…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Put in the example of a schema</source>
      <translation>Poner el ejemplo de un esquema</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Say where the table goes.</source>
      <translation>Indicar dónde va la tabla.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Table</source>
      <translation>Tabla</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Texts</source>
      <translation>Textos</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>The name of the table must end in {csv} or {jsonl}.</source>
      <translation>El nombre de la tabla debe terminar en {csv} o {jsonl}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <location filename="leeward/ui/extraction/table.py" />
      <source>The table</source>
      <translation>La tabla</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>What the table is made of</source>
      <translation>De qué se hace la tabla</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>What to take out of each, as a JSON schema</source>
      <translation>Qué sacar de cada uno, como esquema JSON</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Where the table goes</source>
      <translation>Dónde va la tabla</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>{name} cannot be used: {reason}. Choose another file.</source>
      <translation>No se puede usar {name}: {reason}. Elegir otro archivo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/opening.py" />
      <source>“Turn texts into a table” of the actions (Ctrl+K) shows it.</source>
      <translation>La acción “Convertir textos en una tabla” (Ctrl+K) la muestra.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/table.py" />
      <source>As before</source>
      <translation>Como antes</translation>
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
      <translation>Hecho</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/table.py" />
      <location filename="leeward/ui/models_page/about_panel.py" />
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Problem</source>
      <translation>Problema</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/table.py" />
      <source>Status</source>
      <translation>Estado</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>All {n} are done already. Write {name} again from what is known?</source>
      <translation>Los {n} ya están hechos. ¿Escribir {name} de nuevo con lo que se sabe?</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Choose a row with a problem to read why; Back and Start try these once more.</source>
      <translation>Elegir una fila con problema para leer por qué; Volver y Empezar las intentan una vez más.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Columns: {names}.</source>
      <translation>Columnas: {names}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Done: {rows} in {name}.</source>
      <translation>Hecho: {rows} en {name}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Leeward made a mistake, and wrote it into its log. Start again.</source>
      <translation>Leeward cometió un error y lo anotó en su registro. Empezar de nuevo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Not right yet: {reason}.</source>
      <translation>Aún no es correcto: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Stopped.</source>
      <translation>Detenido.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>The same table is being made by another Leeward. Wait until it is done, or choose another name.</source>
      <translation>Otro Leeward está haciendo la misma tabla. Esperar a que termine, o elegir otro nombre.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>The table cannot be written there. Choose a place where you may write.</source>
      <translation>No se puede escribir ahí la tabla. Elegir un lugar donde se pueda escribir.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There are no files in it. Choose a folder with texts.</source>
      <translation>No contiene archivos. Elegir una carpeta con textos.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There are no files to read. Choose a folder with texts.</source>
      <translation>No hay archivos que leer. Elegir una carpeta con textos.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There is no folder {name} for the table. Choose another place.</source>
      <translation>No existe la carpeta {name} para la tabla. Elegir otro lugar.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There is no such folder. Choose one that is there.</source>
      <translation>No existe esa carpeta. Elegir una que exista.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>This schema can be used. It names no properties, so the table has one column, value.</source>
      <translation>Este esquema sirve. No nombra propiedades, así que la tabla tiene una sola columna, value.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>What is done is kept: Back and Start go on there.</source>
      <translation>Lo hecho se conserva: Volver y Empezar continúan ahí.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>about {duration}</source>
      <translation>unos {duration}</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>reads {name}</source>
      <translation>lee {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>waits for the answer in the chat</source>
      <translation>espera la respuesta del chat</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} files, those in folders inside included.</source>
      <extracomment>For one: {n:,} file, those in folders inside included.</extracomment>
      <translation>
        <numerusform>{n:,} archivo, incluidos los de carpetas interiores.</numerusform>
        <numerusform>{n:,} archivos, incluidos los de carpetas interiores.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} of {all} are done already. Go on with the rest? {name} is written anew, with all of them.</source>
      <extracomment>For one: {n:,} of {all} is done already. Go on with the rest? {name} is written anew, with all of them.</extracomment>
      <translation>
        <numerusform>{n:,} de {all} ya está hecho. ¿Seguir con el resto? {name} se escribe de nuevo, con todos.</numerusform>
        <numerusform>{n:,} de {all} ya están hechos. ¿Seguir con el resto? {name} se escribe de nuevo, con todos.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} of {all} are in {name}.</source>
      <extracomment>For one: {n:,} of {all} is in {name}.</extracomment>
      <translation>
        <numerusform>{n:,} de {all} está en {name}.</numerusform>
        <numerusform>{n:,} de {all} están en {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} rows</source>
      <extracomment>For one: {n:,} row</extracomment>
      <translation>
        <numerusform>{n:,} fila</numerusform>
        <numerusform>{n:,} filas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} with problems</source>
      <extracomment>For one: {n:,} with a problem</extracomment>
      <translation>
        <numerusform>{n:,} con un problema</numerusform>
        <numerusform>{n:,} con problemas</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>{name} is there already. Replace it by the new table?</source>
      <translation>{name} ya existe. ¿Reemplazarla por la tabla nueva?</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n} of {all}</source>
      <translation>{n} de {all}</translation>
    </message>
    <message>
      <location filename="leeward/ui/follow_up_bar.py" />
      <source>Puts this question into the message field</source>
      <translation>Pone esta pregunta en el campo del mensaje</translation>
    </message>
    <message>
      <location filename="leeward/ui/follow_up_bar.py" />
      <source>What you could ask next</source>
      <translation>Lo que podría preguntar a continuación</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>An answer needs some {room:,} more. The oldest messages can leave the model's memory: they stay in the chat, and a line shows where its memory begins.</source>
      <translation>Una respuesta necesita unos {room:,} más. Los mensajes más antiguos pueden salir de la memoria del modelo: se quedan en el chat, y una línea muestra dónde empieza su memoria.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>An answer needs some {room:,} more. The oldest messages can leave the model's memory: they stay in the chat, and a line shows where its memory begins. Or it goes on from a summary, which it writes into the chat.</source>
      <translation>Una respuesta necesita unos {room:,} más. Los mensajes más antiguos pueden salir de la memoria del modelo: se quedan en el chat, y una línea muestra dónde empieza su memoria. O sigue a partir de un resumen, que escribe en el chat.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Do not send</source>
      <translation>No enviar</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Forget the oldest</source>
      <translation>Olvidar los más antiguos</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>In every chat</source>
      <translation>En todos los chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Let the oldest messages leave in every chat, without asking</source>
      <translation>Dejar salir los mensajes más antiguos en todos los chats, sin preguntar</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Send anyway</source>
      <translation>Enviar igualmente</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Shorten it, take files off, or set a larger context length. Nothing was sent.</source>
      <translation>Acortarlo, quitar archivos o fijar más contexto. No se envió nada.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Shorten the message, or send it as it is.</source>
      <translation>Acortar el mensaje, o enviarlo tal como está.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Summarise it</source>
      <translation>Resumirlo</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>The summary is a message of the chat that you can read and edit</source>
      <translation>El resumen es un mensaje del chat que se puede leer y editar</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>This does not fit: the chat would take {n} of the model's {size:,} tokens.</source>
      <translation>Esto no cabe: el chat ocuparía {n} de los {size:,} tokens del modelo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>This leaves {n} tokens for the answer, which will be cut.</source>
      <translation>Esto deja {n} tokens para la respuesta, que se cortará.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>This message alone has {n} tokens; the model takes {size:,}.</source>
      <translation>Este mensaje solo ya tiene {n} tokens; el modelo admite {size:,}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>about {n:,}</source>
      <translation>unos {n:,}</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Answers as {name}</source>
      <translation>Responde como {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Asleep</source>
      <translation>En reposo</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Cancel loading</source>
      <translation>Cancelar la carga</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Its memory is free. It is loaded again when you write.</source>
      <translation>Su memoria está libre. Se vuelve a cargar cuando escribe.</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Loading the model</source>
      <translation>Cargando el modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Loading {percent} %</source>
      <translation>Cargando {percent} %</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Nothing of this chat is written to the disk. It is gone when Leeward ends.</source>
      <translation>Nada de este chat se escribe en el disco. Desaparece al cerrar Leeward.</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Personas</source>
      <translation>Personas</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Personas: {name} answers</source>
      <translation>Personas: responde {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/sidebar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Settings</source>
      <translation>Ajustes</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Show or hide the sidebar</source>
      <translation>Mostrar u ocultar la barra lateral</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/sidebar.py" />
      <source>Temporary chat: nothing of it is kept</source>
      <translation>Chat temporal: no se conserva nada</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/tuning_row.py" />
      <source>Trying what is fastest here…</source>
      <translation>Probando qué es lo más rápido aquí…</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>What the model sees</source>
      <translation>Lo que ve el modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>a change early in a chat may have to be read from the start</source>
      <translation>un cambio al principio de un chat puede obligar a leerlo todo de nuevo</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>loaded in {seconds:.1f} s</source>
      <translation>cargado en {seconds:.1f} s</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>loading</source>
      <translation>cargando</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>with {adapter} ({scale:g})</source>
      <translation>con {adapter} ({scale:g})</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:,} tokens of context</source>
      <translation>{n:,} tokens de contexto</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_action.py" />
      <source>Forget what was read ({size} on disk)</source>
      <translation>Olvidar lo leído ({size} en el disco)</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_action.py" />
      <source>Nothing that was read is kept on disk</source>
      <translation>Nada de lo leído está en el disco</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_action.py" />
      <source>The chat stays. The model reads it again when it is asked something in it.</source>
      <translation>El chat se queda. El modelo lo vuelve a leer cuando se le pregunta algo en él.</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Delete what was read</source>
      <translation>Eliminar lo leído</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Kept now</source>
      <translation>Conservado ahora</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Most of “{title}”: {size}.</source>
      <translation>Lo que más, de «{title}»: {size}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Nothing is kept.</source>
      <translation>No se conserva nada.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/kept_row.py" />
      <source>Of {n:,} chats: {size}.</source>
      <extracomment>For one: Of {n:,} chat: {size}.</extracomment>
      <translation>
        <numerusform>De {n:,} chat: {size}.</numerusform>
        <numerusform>De {n:,} chats: {size}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Without it chats are read again when they are opened.</source>
      <translation>Sin ello, los chats se leen de nuevo al abrirlos.</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>Address</source>
      <translation>Dirección</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>In its own letters the name is {name}: look whether it is the one you expect.</source>
      <translation>En sus propias letras el nombre es {name}: conviene mirar si es el que se espera.</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>Open this link?</source>
      <translation>¿Abrir este enlace?</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>This opens in another program:</source>
      <translation>Se abre en otro programa:</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>Drop text files here to attach them</source>
      <translation>Soltar aquí archivos de texto para adjuntarlos</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>Drop the model here to load it</source>
      <translation>Soltar aquí el modelo para cargarlo</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>GGUF models (*.gguf);;All files (*)</source>
      <translation>Modelos GGUF (*.gguf);;Todos los archivos (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>Open a model</source>
      <translation>Abrir un modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>The chat was deleted</source>
      <translation>El chat se borró</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>“{title}” was deleted</source>
      <translation>“{title}” se borró</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>About {name}: {warnings}</source>
      <translation>Sobre {name}: {warnings}</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. A newer file of this model may bring a better one.</source>
      <translation>Las respuestas pueden ser raras. Un archivo más nuevo de este modelo puede traer una mejor.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. The Models page offers the built-in template {name} instead, when it is chosen there.</source>
      <translation>Las respuestas pueden ser raras. La página Modelos ofrece en su lugar la plantilla integrada {name}, al elegirlo allí.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. The Models page says all that was found, when it is chosen there.</source>
      <translation>Las respuestas pueden ser raras. La página Modelos dice todo lo encontrado, al elegirlo allí.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. “What the model sees” above shows the exact prompt.</source>
      <translation>Las respuestas pueden ser raras. “Lo que ve el modelo”, arriba, muestra el prompt exacto.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>It may still be working. After {seconds:.0f} seconds it is started again by itself. Your text is safe.</source>
      <translation>Puede que aún trabaje. Pasados {seconds:.0f} segundos se reinicia solo. El texto está a salvo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Loading {name} was cancelled</source>
      <translation>Se canceló la carga de {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>More can be had by closing other programs or with a smaller model.</source>
      <translation>Se consigue más cerrando otros programas o con un modelo más pequeño.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Starting the engine again</source>
      <translation>Reiniciando el motor</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>The chat template of {name} is not used: {reason}.</source>
      <translation>No se usa la plantilla de chat de {name}: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>The chat template of {name}: {finding}</source>
      <translation>La plantilla de chat de {name}: {finding}</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>The engine has not answered for {seconds:.0f} seconds.</source>
      <translation>El motor lleva {seconds:.0f} segundos sin responder.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <location filename="leeward/ui/speed/model_menu.py" />
      <source>Model: {name}</source>
      <translation>Modelo: {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <source>Starter model</source>
      <translation>Modelo inicial</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <source>Used before</source>
      <translation>Usados antes</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <source>{name} (file is gone: remove from the list)</source>
      <translation>{name} (el archivo no está: quitar de la lista)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Delete the file…</source>
      <translation>Borrar el archivo…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>It is in use. Load another model to take it away.</source>
      <translation>Está en uso. Cargar otro modelo para poder quitarlo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Reading the file…</source>
      <translation>Leyendo el archivo…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Remove the link…</source>
      <translation>Quitar el enlace…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Special tokens</source>
      <translation>Tokens especiales</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Take off the list…</source>
      <translation>Quitar de la lista…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Weights</source>
      <translation>Pesos</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>What it is</source>
      <translation>Qué es</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>{n} tensors</source>
      <extracomment>For one: {n} tensor</extracomment>
      <translation>
        <numerusform>{n} tensor</numerusform>
        <numerusform>{n} tensores</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>{type}: {size}, {percent:.1f} %, {tensors}</source>
      <translation>{type}: {size}, {percent:.1f} %, {tensors}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>1 is as strong as it was trained.</source>
      <translation>1 es la intensidad con que se entrenó.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>Add an adapter…</source>
      <translation>Añadir un adaptador…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>LoRA adapters (*.gguf);;All files (*)</source>
      <translation>Adaptadores LoRA (*.gguf);;Todos los archivos (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>Strength of {name}</source>
      <translation>Intensidad de {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>Take {name} off this model</source>
      <translation>Quitar {name} de este modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>{label}: add a LoRA adapter</source>
      <translation>{label}: añadir un adaptador LoRA</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>About this model</source>
      <translation>Sobre este modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Choose a model to see what it needs and what files there are.</source>
      <translation>Elegir un modelo para ver qué necesita y qué archivos hay.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Download {size}</source>
      <translation>Descargar {size}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Files</source>
      <translation>Archivos</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Files of this model</source>
      <translation>Archivos de este modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>In the list of downloads below</source>
      <translation>En la lista de descargas de abajo</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Load it again with these settings</source>
      <translation>Cargarlo de nuevo con estos ajustes</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Reading what files it has…</source>
      <translation>Leyendo qué archivos tiene…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Show its page in the browser</source>
      <translation>Mostrar su página en el navegador</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>There is no GGUF model in this repository.</source>
      <translation>No hay ningún modelo GGUF en este repositorio.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Use now</source>
      <translation>Usar ahora</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>terms to accept on its page</source>
      <translation>condiciones que aceptar en su página</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Cancel {name}</source>
      <translation>Cancelar {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Download of {name}</source>
      <translation>Descarga de {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Go on with {name}</source>
      <translation>Seguir con {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Pause {name}</source>
      <translation>Pausar {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Paused</source>
      <translation>En pausa</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Take {name} off this list</source>
      <translation>Quitar {name} de esta lista</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Try {name} again</source>
      <translation>Reintentar {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Use {name} now</source>
      <translation>Usar {name} ahora</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Verified and ready · {size}</source>
      <translation>Verificado y listo · {size}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Waiting for its turn</source>
      <translation>Esperando su turno</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>waiting for the server</source>
      <translation>esperando al servidor</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>{percent:.0f} % · {done} of {size}</source>
      <translation>{percent:.0f} % · {done} de {size}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>{size} a second · about {duration} left</source>
      <translation>{size} por segundo · quedan unos {duration}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <location filename="leeward/ui/models_page/rows.py" />
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <source>, </source>
      <translation>, </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <source>Downloading {n} models: {percent} %</source>
      <extracomment>For one: Downloading {percent} %</extracomment>
      <translation>
        <numerusform>Descargando un modelo: {percent} %</numerusform>
        <numerusform>Descargando {n} modelos: {percent} %</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <source>Downloads</source>
      <translation>Descargas</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <source>about {duration} left</source>
      <translation>quedan unos {duration}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <source>{size} a second</source>
      <translation>{size} por segundo</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>Choose a draft model…</source>
      <translation>Elegir un modelo borrador…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>Models (*.gguf);;All files (*)</source>
      <translation>Modelos (*.gguf);;Todos los archivos (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>Use no draft model</source>
      <translation>No usar ningún modelo borrador</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>{label}: choose a small model</source>
      <translation>{label}: elegir un modelo pequeño</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Context length</source>
      <translation>Longitud de contexto</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Full</source>
      <translation>Completo</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Half</source>
      <translation>La mitad</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Keys and values</source>
      <translation>Claves y valores</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Keys and values in f16</source>
      <translation>Claves y valores en f16</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Keys and values in q4_0: a quarter of the memory, and answers may be worse</source>
      <translation>Claves y valores en q4_0: la cuarta parte de memoria, y las respuestas pueden ser peores</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Keys and values in q8_0: half the memory, prompts are read more slowly</source>
      <translation>Claves y valores en q8_0: la mitad de memoria, los prompts se leen más despacio</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Let Leeward choose</source>
      <translation>Que elija Leeward</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Measure this machine ({seconds:.0f} s)</source>
      <translation>Medir esta máquina ({seconds:.0f} s)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Measuring… Cancel</source>
      <translation>Midiendo… Cancelar</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Quarter</source>
      <translation>Un cuarto</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Reading what the file says of itself: a few MB, not the model.</source>
      <translation>Leyendo lo que el archivo dice de sí mismo: unos MB, no el modelo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>What this file needs is not known.</source>
      <translation>No se sabe qué necesita este archivo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/here.py" />
      <source>{name}: {what}.</source>
      <translation>{name}: {what}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Choose a folder…</source>
      <translation>Elegir una carpeta…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Choose at least one model, and the folder for the pack.</source>
      <translation>Elegir al menos un modelo y la carpeta para el paquete.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Copying, and comparing every hash. Nothing is added before all of them are right.</source>
      <translation>Copiando y comparando cada hash. No se añade nada hasta que todos coincidan.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Copying, and counting the hashes…</source>
      <translation>Copiando y calculando los hashes…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Folder for the model pack</source>
      <translation>Carpeta para el paquete de modelos</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Make a model pack</source>
      <translation>Hacer un paquete de modelos</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Make the pack</source>
      <translation>Hacer el paquete</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/models_page/page.py" />
      <location filename="leeward/ui/sidebar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Models</source>
      <translation>Modelos</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Needs {needed}; {free} is free in {folder}.</source>
      <translation>Necesita {needed}; hay {free} libres en {folder}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Needs {needed}; {free} is free there.</source>
      <translation>Necesita {needed}; ahí hay {free} libres.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>No folder chosen yet</source>
      <translation>Aún sin carpeta</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/models_page/sources.py" />
      <source>Open a model pack</source>
      <translation>Abrir un paquete de modelos</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Reading what is in it…</source>
      <translation>Leyendo qué contiene…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Stopped: nothing was added. What was copied is kept, and the next try goes on behind it.</source>
      <translation>Detenido: no se añadió nada. Lo copiado se conserva y el próximo intento sigue desde ahí.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>That is not enough, unless part of it is there already.</source>
      <translation>No es suficiente, salvo que una parte ya esté ahí.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>The models are copied with their hashes. The folder can be on a USB stick.</source>
      <translation>Los modelos se copian con sus hashes. La carpeta puede estar en una memoria USB.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>The pack is ready: {n} models with hashes in {folder}.</source>
      <extracomment>For one: The pack is ready: {n} model with hashes in {folder}.</extracomment>
      <translation>
        <numerusform>El paquete está listo: {n} modelo con hashes en {folder}.</numerusform>
        <numerusform>El paquete está listo: {n} modelos con hashes en {folder}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>This pack is empty.</source>
      <translation>Este paquete está vacío.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Verify and add</source>
      <translation>Verificar y añadir</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Which models are to be in it?</source>
      <translation>¿Qué modelos debe contener?</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>{n} models are here now. Every hash was right.</source>
      <extracomment>For one: {n} model is here now. Every hash was right.</extracomment>
      <translation>
        <numerusform>{n} modelo ya está aquí. Todos los hashes coincidían.</numerusform>
        <numerusform>{n} modelos ya están aquí. Todos los hashes coincidían.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Back to the chat</source>
      <translation>Volver al chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Back to the list</source>
      <translation>Volver a la lista</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Nothing was found for “{query}”.</source>
      <translation>No se encontró nada para “{query}”.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Searching…</source>
      <translation>Buscando…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Where models come from, and model packs</source>
      <translation>De dónde vienen los modelos, y paquetes de modelos</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>what you named</source>
      <translation>lo indicado</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Delete {name}? This cannot be undone.</source>
      <translation>¿Borrar {name}? No se puede deshacer.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Delete {name}? {n} files, {size}, cannot be brought back.</source>
      <extracomment>For one: Delete {name}? The file, {size}, cannot be brought back.</extracomment>
      <translation>
        <numerusform>¿Borrar {name}? El archivo, {size}, no se podrá recuperar.</numerusform>
        <numerusform>¿Borrar {name}? Sus {n} archivos, {size}, no se podrán recuperar.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Remove the link to {name}? The file it leads to stays.</source>
      <translation>¿Quitar el enlace a {name}? El archivo al que lleva se queda.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Take {name} off the list? Its files stay.</source>
      <translation>¿Quitar {name} de la lista? Sus archivos se quedan.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>{deed}?</source>
      <translation>¿{deed}?</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>No model yet. Search for one above, or drop a GGUF file on this window.</source>
      <translation>Aún no hay modelos. Buscar uno arriba, o soltar un archivo GGUF en esta ventana.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>On this computer</source>
      <translation>En este ordenador</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>Recommended</source>
      <translation>Recomendados</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>Suggested</source>
      <translation>Sugeridos</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>cannot be fetched: {problem}</source>
      <translation>no se puede obtener: {problem}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>changed {date}</source>
      <translation>modificado el {date}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>drive is not there</source>
      <translation>la unidad no está</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>file is gone</source>
      <translation>el archivo no está</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>languages: {names}</source>
      <translation>idiomas: {names}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>licence not stated</source>
      <translation>licencia no indicada</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>licence: {name}</source>
      <translation>licencia: {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>terms to accept</source>
      <translation>condiciones que aceptar</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>with its projector for pictures</source>
      <translation>con su proyector para imágenes</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:,} downloads a month</source>
      <translation>{n:,} descargas al mes</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:,} likes</source>
      <extracomment>For one: {n} like</extracomment>
      <translation>
        <numerusform>{n} me gusta</numerusform>
        <numerusform>{n:,} me gusta</numerusform>
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
        <numerusform>{n} parte</numerusform>
        <numerusform>{n} partes</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Most downloaded</source>
      <translation>Más descargados</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Most liked</source>
      <translation>Con más «me gusta»</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Newest</source>
      <translation>Más nuevos</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Order of results: {order}</source>
      <translation>Orden de los resultados: {order}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <location filename="leeward/ui/sidebar.py" />
      <source>Search</source>
      <translation>Buscar</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Search models, or paste an address or repo id</source>
      <translation>Buscar modelos, o pegar una dirección o un repositorio</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Automatic</source>
      <translation>Automático</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <source>Automatic (off)</source>
      <translation>Automático (no)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <source>Automatic (on)</source>
      <translation>Automático (sí)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <source>Automatic ({value:g})</source>
      <translation>Automático ({value:g})</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <location filename="leeward/ui/personas/samplers_panel.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Off</source>
      <translation>No</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>On</source>
      <translation>Sí</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Adapters</source>
      <translation>Adaptadores</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Batch</source>
      <translation>Lote</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Chat template</source>
      <translation>Plantilla de chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Draft model</source>
      <translation>Modelo borrador</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Experts on the processor</source>
      <translation>Expertos en el procesador</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Factor</source>
      <translation>Factor</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Flash attention</source>
      <translation>Flash attention</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Fold the settings</source>
      <translation>Plegar los ajustes</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>GPU layers</source>
      <translation>Capas en GPU</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>How it is loaded</source>
      <translation>Cómo se carga</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>How words are drawn</source>
      <translation>Cómo se eligen las palabras</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It costs no memory.</source>
      <translation>No cuesta memoria.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It stays on: keys and values that are stored smaller need it.</source>
      <translation>Sigue activada: las claves y valores guardados más pequeños la necesitan.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It takes {size} less than Leeward's choice.</source>
      <translation>Ocupa {size} menos que la elección de Leeward.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It takes {size} more than Leeward's choice.</source>
      <translation>Ocupa {size} más que la elección de Leeward.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Leeward chooses everything for this machine.</source>
      <translation>Leeward elige todo para esta máquina.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Let Leeward choose everything</source>
      <translation>Que Leeward lo elija todo</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Linear</source>
      <translation>Lineal</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Lock in memory</source>
      <translation>Fijar en memoria</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Map the file</source>
      <translation>Mapear el archivo</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Micro-batch</source>
      <translation>Microlote</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>More context than it was trained for</source>
      <translation>Más contexto que el del entrenamiento</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>None</source>
      <comment>of stretched positions</comment>
      <translation>Ninguna</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Set by you: {names}.</source>
      <translation>Fijado por el usuario: {names}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Set it up</source>
      <translation>Configurarlo</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Settings of this model</source>
      <translation>Ajustes de este modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Stretched positions</source>
      <translation>Posiciones estiradas</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>The makers suggest {value:g}.</source>
      <translation>Sus autores sugieren {value:g}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Threads</source>
      <translation>Hilos</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>A folder with models and their hashes, for a USB stick. Nothing of it goes over a network.</source>
      <translation>Una carpeta con modelos y sus hashes, para una memoria USB. Nada de ello pasa por una red.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a file…</source>
      <translation>Añadir un archivo…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a folder of models</source>
      <translation>Añadir una carpeta de modelos</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a folder…</source>
      <translation>Añadir una carpeta…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a model file</source>
      <translation>Añadir un archivo de modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>FOLDERS AND FILES</source>
      <translation>CARPETAS Y ARCHIVOS</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Listed from now on, and left where it lies: {name}</source>
      <translation>En la lista desde ahora, y se queda donde está: {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Looking what is there…</source>
      <translation>Mirando qué hay…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>MODEL PACKS</source>
      <translation>PAQUETES DE MODELOS</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Make a model pack…</source>
      <translation>Hacer un paquete de modelos…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Models are used where they lie, also on other drives.</source>
      <translation>Los modelos se usan donde están, también en otras unidades.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Not found here: {names}.</source>
      <translation>No encontrados aquí: {names}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>OTHER PROGRAMS</source>
      <translation>OTROS PROGRAMAS</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Open a model pack…</source>
      <translation>Abrir un paquete de modelos…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Take {name} off the list</source>
      <translation>Quitar {name} de la lista</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Taken off the list. Its files stay.</source>
      <translation>Quitado de la lista. Sus archivos se quedan.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Ticked ones are listed and used where they lie. Leeward never changes, moves or deletes them.</source>
      <translation>Los marcados aparecen en la lista y se usan donde están. Leeward nunca los cambia, mueve ni borra.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Where models come from</source>
      <translation>De dónde vienen los modelos</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>a single file</source>
      <translation>un solo archivo</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>downloads go here</source>
      <translation>las descargas van aquí</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_field.py" />
      <source>The chat template of the file</source>
      <translation>La plantilla de chat del archivo</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>A text of your own is used instead of the file's own, from the next load on.</source>
      <translation>Se usa un texto propio en lugar de la del archivo, desde la próxima carga.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Another model is being checked… Cancel</source>
      <translation>Se está comprobando otro modelo… Cancelar</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Back to the file's own template</source>
      <translation>Volver a la plantilla del archivo</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Check the template</source>
      <translation>Comprobar la plantilla</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Checking… Cancel</source>
      <translation>Comprobando… Cancelar</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Choose a built-in template</source>
      <translation>Elegir una plantilla integrada</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Hide the template</source>
      <translation>Ocultar la plantilla</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>It is longer: only the first {n:,} characters are shown.</source>
      <translation>Es más larga: solo se muestran los primeros {n:,} caracteres.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Nothing was checked.</source>
      <translation>No se comprobó nada.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>OK</source>
      <translation>Bien</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Show the template</source>
      <translation>Mostrar la plantilla</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The built-in template {name} is used instead of the file's own, from the next load on.</source>
      <translation>Se usa la plantilla integrada {name} en lugar de la del archivo, desde la próxima carga.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The file has none.</source>
      <translation>El archivo no tiene ninguna.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The file's own is used.</source>
      <translation>Se usa la del archivo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The model was not asked anything yet.</source>
      <translation>Aún no se preguntó nada al modelo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The template does not suit this model.</source>
      <translation>La plantilla no sirve para este modelo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The template is in order.</source>
      <translation>La plantilla está en orden.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The template works, with reservations.</source>
      <translation>La plantilla funciona, con reservas.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Use a built-in template instead</source>
      <translation>Usar en su lugar una plantilla integrada</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Use the built-in template {name} instead</source>
      <translation>Usar en su lugar la plantilla integrada {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Warning</source>
      <translation>Aviso</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/this_machine.py" />
      <source>Nothing was measured.</source>
      <translation>No se midió nada.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/this_machine.py" />
      <source>Open a model first: the machine is measured with one.</source>
      <translation>Abrir primero un modelo: la máquina se mide con uno.</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Choose it again when the answer is there.</source>
      <translation>Elegirla de nuevo cuando esté la respuesta.</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Delete for good</source>
      <translation>Borrar definitivamente</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Keep</source>
      <translation>Conservar</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Make the folder</source>
      <translation>Crear la carpeta</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Name of the new folder</source>
      <translation>Nombre de la nueva carpeta</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Search again.</source>
      <translation>Buscar de nuevo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Tags of this chat</source>
      <translation>Etiquetas de este chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>The chat is in the archive</source>
      <translation>El chat se archivó</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>The folder “{name}” was deleted</source>
      <translation>La carpeta “{name}” se borró</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/organising.py" />
      <source>The folder “{name}” was deleted; its {n:,} chats stayed</source>
      <extracomment>For one: The folder “{name}” was deleted; its {n:,} chat stayed</extracomment>
      <translation>
        <numerusform>La carpeta “{name}” se borró; su {n:,} chat se quedó</numerusform>
        <numerusform>La carpeta “{name}” se borró; sus {n:,} chats se quedaron</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>What was found is not in this chat any more.</source>
      <translation>Lo encontrado ya no está en este chat.</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>What was found is on another branch of this chat.</source>
      <translation>Lo encontrado está en otra rama de este chat.</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Words separated by spaces. Type #word into the search to find the chat again.</source>
      <translation>Palabras separadas por espacios. Escribir #palabra en la búsqueda para volver a encontrar el chat.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>A persona is instructions, and how the model answers, under one name. New chats begin with its instructions.</source>
      <translation>Una persona son instrucciones, y cómo responde el modelo, bajo un nombre. Los chats nuevos empiezan con sus instrucciones.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Adapters {names}</source>
      <translation>Adaptadores {names}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Answers as JSON</source>
      <translation>Responde en JSON</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Answers by a grammar</source>
      <translation>Responde según una gramática</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>At most {n:,} tokens</source>
      <translation>Como mucho {n:,} tokens</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Deleted: {name}</source>
      <translation>Borrada: {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Edit…</source>
      <translation>Editar…</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Export the persona</source>
      <translation>Exportar la persona</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Import a persona</source>
      <translation>Importar una persona</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Import…</source>
      <translation>Importar…</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>In use</source>
      <translation>En uso</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Kept: {name}</source>
      <translation>Guardada: {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Model {name}</source>
      <translation>Modelo {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>New persona</source>
      <translation>Nueva persona</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>New…</source>
      <translation>Nueva…</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>None: the model and the settings decide</source>
      <translation>Ninguna: deciden el modelo y los ajustes</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Personas (*.toml);;All files (*)</source>
      <translation>Personas (*.toml);;Todos los archivos (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>The model and the settings decide again.</source>
      <translation>Vuelven a decidir el modelo y los ajustes.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>There is a persona of that name already. Delete it first, or give the other one another name.</source>
      <translation>Ya hay una persona con ese nombre. Borrarla antes, o dar otro nombre a la otra.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Use</source>
      <translation>Usar</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>What it says</source>
      <translation>Qué dice</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Written: {name}</source>
      <translation>Escrita: {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>in use</source>
      <translation>en uso</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>yours</source>
      <translation>propia</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>{name} answers from now on.</source>
      <translation>Desde ahora responde {name}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>An answer ends before the first of them. One a line; \n is a line end.</source>
      <translation>Una respuesta termina antes del primero de ellos. Uno por línea; \n es un salto de línea.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Any</source>
      <translation>Cualquiera</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>As the list of models calls it. Empty: whichever is loaded.</source>
      <translation>Como se llama en la lista de modelos. Vacío: el que esté cargado.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>By which it is chosen.</source>
      <translation>Con el que se elige.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Every new chat begins with them.</source>
      <translation>Todo chat nuevo empieza con ellas.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Fold how words are drawn</source>
      <translation>Plegar cómo se eligen las palabras</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Form of the answer</source>
      <translation>Forma de la respuesta</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Form of the answer: Free</source>
      <translation>Forma de la respuesta: libre</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Free</source>
      <comment>any form</comment>
      <translation>Libre</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Grammar (GBNF)</source>
      <translation>Gramática (GBNF)</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>In a sentence, for the list.</source>
      <translation>En una frase, para la lista.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Instructions</source>
      <translation>Instrucciones</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>JSON schema or grammar</source>
      <translation>Esquema JSON o gramática</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>LoRA adapters by file name, from the model folders. One a line; behind a colon how strong.</source>
      <translation>Adaptadores LoRA por nombre de archivo, de las carpetas de modelos. Uno por línea; tras dos puntos, la intensidad.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Longest answer</source>
      <translation>Respuesta más larga</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Not kept: {reason}.</source>
      <translation>No se guardó: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Persona</source>
      <translation>Persona</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Persona: {name}</source>
      <translation>Persona: {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Set how words are drawn</source>
      <translation>Ajustar cómo se eligen las palabras</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Some models can think before they answer.</source>
      <translation>Algunos modelos pueden pensar antes de responder.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Stop an answer after this many tokens.</source>
      <translation>Detener una respuesta tras tantos tokens.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Stop texts</source>
      <translation>Textos de parada</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>There is a persona of that name already. Choose another name.</source>
      <translation>Ya hay una persona con ese nombre. Elegir otro nombre.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Think first</source>
      <translation>Pensar primero</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>What an answer must look like.</source>
      <translation>Qué forma debe tener una respuesta.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>What an answer must look like. Free is anything.</source>
      <translation>Qué forma debe tener una respuesta. Libre es cualquiera.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>What it is for</source>
      <translation>Para qué sirve</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Whether a model that can think before it answers does so.</source>
      <translation>Si un modelo que puede pensar antes de responder lo hace.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>behind the colon of an adapter stands a number</source>
      <translation>tras los dos puntos de un adaptador va un número</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/opening.py" />
      <source>Ask once more, or change the schema or the length of answers in the persona.</source>
      <translation>Preguntar otra vez, o cambiar en la persona el esquema o la longitud de las respuestas.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/opening.py" />
      <source>The answer does not fit the JSON schema of {name}: {problems}.</source>
      <translation>La respuesta no se ajusta al esquema JSON de {name}: {problems}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/samplers_panel.py" />
      <source>None</source>
      <comment>nothing set</comment>
      <translation>Nada</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Before the text the tokenizer puts {text}.</source>
      <translation>Delante del texto, el tokenizador pone {text}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Copied</source>
      <translation>Copiado</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>Copy</source>
      <translation>Copiar</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Messages and their tokens</source>
      <translation>Mensajes y sus tokens</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Nothing was asked yet. Type a question, then look here what the model will be shown.</source>
      <translation>Aún no se preguntó nada. Escribir una pregunta y mirar aquí lo que se mostrará al modelo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>The prompt is being made. While the model answers, it comes after the answer.</source>
      <translation>Se está preparando el prompt. Mientras el modelo responde, viene después de la respuesta.</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>The prompt, exactly as the model sees it</source>
      <translation>El prompt, exactamente como lo ve el modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>cannot be told</source>
      <translation>no se puede saber</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>{n:,} tokens in all.</source>
      <extracomment>For one: {n:,} token in all.</extracomment>
      <translation>
        <numerusform>{n:,} token en total.</numerusform>
        <numerusform>{n:,} tokens en total.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Bring back the ready ones</source>
      <translation>Recuperar los incluidos</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Name of the prompt</source>
      <translation>Nombre del prompt</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>New</source>
      <translation>Nuevo</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Text of the prompt</source>
      <translation>Texto del prompt</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Type / at the beginning of a message to use one of these.</source>
      <translation>Escribir / al principio de un mensaje para usar uno de estos.</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Undo delete</source>
      <translation>Deshacer el borrado</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Undo: bring back {name}</source>
      <translation>Deshacer: recuperar {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>What is put into the message. A word in braces, like {language}, is filled in.</source>
      <translation>Lo que se pone en el mensaje. Una palabra entre llaves, como {language}, se rellena.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>How this answer was made</source>
      <translation>Cómo se hizo esta respuesta</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>Run again with its seed</source>
      <translation>Repetir con su semilla</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>Where no seed was set, rounding may lead to other words.</source>
      <translation>Si no se fijó una semilla, el redondeo puede llevar a otras palabras.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Answer</source>
      <translation>Respuesta</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Continued</source>
      <translation>Continuada</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Ended</source>
      <translation>Terminó</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Engine</source>
      <translation>Motor</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Guessed</source>
      <translation>Adivinados</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Load {model} first: it made this answer.</source>
      <translation>Cargar antes {model}: hizo esta respuesta.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Min P</source>
      <translation>Min P</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Prompt</source>
      <translation>Prompt</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Speed</source>
      <translation>Velocidad</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was asked for in another form: another persona answers now.</source>
      <translation>Esta respuesta se pidió de otra forma: ahora responde otra persona.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was made from a part of the chat.</source>
      <translation>Esta respuesta se hizo con una parte del chat.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was made in several parts.</source>
      <translation>Esta respuesta se hizo en varias partes.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was made with other adapters than the model is loaded with now.</source>
      <translation>Esta respuesta se hizo con otros adaptadores que los cargados ahora.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Time</source>
      <translation>Tiempo</translation>
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
      <translation>No se conservó con qué se hizo esta respuesta.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>You wrote a part of this version. Run the version before it again.</source>
      <translation>Una parte de esta versión es del usuario. Ejecutar de nuevo la versión anterior.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>by itself</source>
      <translation>por sí misma</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>by you; what the model wrote is the version before</source>
      <translation>por el usuario; lo que escribió el modelo es la versión anterior</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>interrupted</source>
      <translation>interrumpida</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>once</source>
      <translation>una vez</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>stopped by you</source>
      <translation>detenida por el usuario</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>the limit of tokens, or the end of the context</source>
      <translation>el límite de tokens, o el final del contexto</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{first_token_s:.2f} s to the first token, {prompt_s:.2f} s of it reading</source>
      <translation>{first_token_s:.2f} s hasta el primer token, {prompt_s:.2f} s de ellos leyendo</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{first}, {decode_s:.2f} s writing</source>
      <translation>{first}, {decode_s:.2f} s escribiendo</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{n:,} tokens, {accepted:,} of them right</source>
      <translation>{n:,} tokens, {accepted:,} de ellos acertados</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{n} times</source>
      <translation>{n} veces</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{prompt_tokens:,} tokens: {reused_tokens:,} reused, {n:,} read</source>
      <translation>{prompt_tokens:,} tokens: {reused_tokens:,} reutilizados, {n:,} leídos</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{times}; speed and settings are those of the last part</source>
      <translation>{times}; velocidad y ajustes son los de la última parte</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>A model that is new here tries for some seconds how it computes fastest, when nothing is asked of it.</source>
      <translation>Un modelo nuevo aquí prueba durante unos segundos cómo calcula más rápido, cuando no se le pide nada.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Access token</source>
      <translation>Token de acceso</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After 15 minutes</source>
      <translation>Después de 15 minutos</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After 30 minutes</source>
      <translation>Después de 30 minutos</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After 5 minutes</source>
      <translation>Después de 5 minutos</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After an hour</source>
      <translation>Después de una hora</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Answers</source>
      <translation>Respuestas</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>As the system</source>
      <translation>Como el sistema</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Ask</source>
      <translation>Preguntar</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Ask before a message that does not fit is sent, or let the model forget the oldest messages.</source>
      <translation>Preguntar antes de enviar un mensaje que no cabe, o dejar que el modelo olvide los mensajes más antiguos.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Automatic has models above a billion parameters make one; small ones are bad at it.</source>
      <translation>Automático pide uno a los modelos de más de mil millones de parámetros; los pequeños lo hacen mal.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Balanced</source>
      <translation>Equilibrado</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Balanced takes half the cores on battery and does nothing unasked then. Quiet always takes half, and other programs go first.</source>
      <translation>«Equilibrado» usa la mitad de los núcleos con batería y entonces no hace nada que no se le pida. «Silencioso» usa siempre la mitad, y los demás programas van primero.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Behind an answer the model proposes what could be asked next. Small models are bad at it.</source>
      <translation>Tras una respuesta, el modelo propone qué se podría preguntar después. Los modelos pequeños lo hacen mal.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Check spelling</source>
      <translation>Revisar la ortografía</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Comfortable</source>
      <translation>Cómoda</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Compact</source>
      <translation>Compacta</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Contrast</source>
      <translation>Contraste</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Dark</source>
      <translation>Oscuro</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Density</source>
      <translation>Densidad</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Enter with anything else starts a new line.</source>
      <translation>Enter con cualquier otra tecla empieza otra línea.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Every model</source>
      <translation>Todo modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Every new chat begins with it. Leave it empty for the model's own manner.</source>
      <translation>Todo chat nuevo empieza con él. Vacío, el modelo responde a su manera.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Find the fastest settings</source>
      <translation>Encontrar los ajustes más rápidos</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>First words</source>
      <translation>Primeras palabras</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>For example: Answer in short, plain sentences.</source>
      <translation>Por ejemplo: Responde con frases breves y sencillas.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>For models whose terms you have accepted. The keyring of the system keeps it.</source>
      <translation>Para modelos cuyas condiciones se han aceptado. Lo guarda el llavero del sistema.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Forget</source>
      <translation>Olvidar</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Free the model's memory</source>
      <translation>Liberar la memoria del modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Full power</source>
      <translation>Máxima potencia</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>How much room the window leaves between things.</source>
      <translation>Cuánto espacio deja la ventana entre las cosas.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Language</source>
      <translation>Idioma</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Leeward connects only when you search or download.</source>
      <translation>Leeward solo se conecta al buscar o descargar.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Light</source>
      <translation>Claro</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Look</source>
      <translation>Aspecto</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Network</source>
      <translation>Red</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Never</source>
      <translation>Nunca</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>No token is kept.</source>
      <translation>No se guarda ningún token.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Of everything in the window, in points.</source>
      <translation>De todo lo que hay en la ventana, en puntos.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Of the window. Another one is spoken from the next start on.</source>
      <translation>De la ventana. Si se cambia, vale desde el próximo inicio.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Power mode</source>
      <translation>Modo de energía</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Quiet</source>
      <translation>Silencioso</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Read while I write</source>
      <translation>Leer mientras escribo</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Reload model</source>
      <translation>Recargar el modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Reset to defaults</source>
      <translation>Restablecer valores</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Send with</source>
      <translation>Enviar con</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Suggest questions</source>
      <translation>Sugerir preguntas</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>System</source>
      <comment>as the desktop is</comment>
      <translation>Sistema</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>System follows the desktop: light, dark and high contrast.</source>
      <translation>Sistema sigue al escritorio: claro, oscuro y alto contraste.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Text size</source>
      <translation>Tamaño del texto</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>The model reads a question while it is typed, so that the answer begins sooner. It takes some energy, and rests while a seed is set.</source>
      <translation>El modelo lee la pregunta mientras se escribe, para que la respuesta empiece antes. Consume algo de energía y descansa mientras haya una semilla fijada.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>The token is kept.</source>
      <translation>El token está guardado.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Theme</source>
      <translation>Tema</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Theme: {choice}</source>
      <translation>Tema: {choice}</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>These take effect when a model is loaded.</source>
      <translation>Tienen efecto cuando se carga un modelo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>This computer</source>
      <translation>Este ordenador</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>This is no access token: it is one word without spaces.</source>
      <translation>Esto no es un token de acceso: es una palabra sin espacios.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Titles of new chats</source>
      <translation>Títulos de los chats nuevos</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Underlines words that the dictionaries of the system do not know. On Debian: hunspell-en-us, libenchant-2-2.</source>
      <translation>Subraya las palabras que los diccionarios del sistema no conocen. En Debian: hunspell-es, libenchant-2-2.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>When a chat gets too long</source>
      <translation>Cuando un chat se alarga demasiado</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>When nothing was asked of it for so long. It comes back by itself when you write.</source>
      <translation>Cuando no se le ha pedido nada durante ese tiempo. Vuelve por sí solo cuando escribe.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Writing</source>
      <translation>Escritura</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>A file to trust instead of the usual ones (PEM).</source>
      <translation>Un archivo en el que confiar en lugar de los habituales (PEM).</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Above 1 makes recent words less likely, which breaks loops. 1 is off.</source>
      <translation>Por encima de 1, las palabras recientes son menos probables, lo que rompe bucles. 1 lo desactiva.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>After so many seconds without a sign of life it is started again.</source>
      <translation>Tras tantos segundos sin señal de vida se reinicia.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Certificates</source>
      <translation>Certificados</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Choose among the likeliest words that together have this probability. 1 is off.</source>
      <translation>Elige entre las palabras más probables que suman esta probabilidad. 1 lo desactiva.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Choose among this many of the likeliest words.</source>
      <translation>Elige entre tantas de las palabras más probables.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Disk for what was read</source>
      <translation>Disco para lo leído</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Downloads at once</source>
      <translation>Descargas a la vez</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Drop words less likely than this share of the likeliest one. 0 is off.</source>
      <translation>Descarta palabras menos probables que esta parte de la más probable. 0 lo desactiva.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>For example http://proxy:3128. Only downloads and the search use it.</source>
      <translation>Por ejemplo http://proxy:3128. Solo lo usan las descargas y la búsqueda.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>How many layers of the model a graphics card computes. 0 is the processor only.</source>
      <translation>Cuántas capas del modelo calcula una tarjeta gráfica. 0 es solo el procesador.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>How many processor cores compute. Automatic takes those that are free.</source>
      <translation>Cuántos núcleos del procesador calculan. Automático toma los que están libres.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>How many tokens of the chat the model keeps in mind. More takes more memory.</source>
      <translation>Cuántos tokens del chat recuerda el modelo. Más ocupa más memoria.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Keep nothing</source>
      <translation>No conservar nada</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Low is sober and repeatable, high is inventive. 0 always takes the likeliest word.</source>
      <translation>Baja es sobria y repetible, alta es inventiva. 0 toma siempre la palabra más probable.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Models come from</source>
      <translation>Los modelos vienen de</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>More share the same line, and the server may refuse them.</source>
      <translation>Más comparten la misma línea, y el servidor puede rechazarlas.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>New each time</source>
      <translation>Nueva cada vez</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>No limit</source>
      <translation>Sin límite</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>None</source>
      <translation>Ninguno</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Patience with the engine</source>
      <translation>Paciencia con el motor</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Proxy</source>
      <translation>Proxy</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>So many GB of what models have read of your chats are kept, so that they need not read it again.</source>
      <translation>Se conservan tantos GB de lo que los modelos han leído de sus chats, para que no tengan que leerlo de nuevo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Stop an answer after this many tokens (a token is about ¾ of a word).</source>
      <translation>Detener una respuesta tras tantos tokens (un token es alrededor de ¾ de palabra).</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>The Hugging Face Hub, or the address of a mirror of it.</source>
      <translation>El Hub de Hugging Face, o la dirección de un espejo.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>The same seed and question give the same answer again.</source>
      <translation>La misma semilla y la misma pregunta dan de nuevo la misma respuesta.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>The usual ones</source>
      <translation>Los habituales</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>{label}: less</source>
      <translation>{label}: menos</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>{label}: more</source>
      <translation>{label}: más</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>{setting}: {value}</source>
      <translation>{setting}: {value}</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>Set for this model: {value}, which is used instead.</source>
      <translation>Fijado para este modelo: {value}, que se usa en su lugar.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>The loaded model's makers suggest {value}, which is used until you change this.</source>
      <translation>Los autores del modelo cargado sugieren {value}, que se usa mientras no se cambie esto.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>{persona} answers with {value}, which is used instead.</source>
      <translation>{persona} responde con {value}, que se usa en su lugar.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>{persona} answers, and new chats begin with the instructions of that persona.</source>
      <translation>Responde {persona}, y los chats nuevos empiezan con las instrucciones de esa persona.</translation>
    </message>
    <message>
      <location filename="leeward/ui/shortcut_sheet.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Keyboard shortcuts</source>
      <translation>Atajos de teclado</translation>
    </message>
    <message>
      <location filename="leeward/ui/shortcut_sheet.py" />
      <source>{action}: {key}</source>
      <translation>{action}: {key}</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Back to the chats</source>
      <translation>Volver a los chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Dark theme</source>
      <translation>Tema oscuro</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Empty the bin</source>
      <translation>Vaciar la papelera</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Empty…</source>
      <translation>Vaciar…</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Find and get models ({key})</source>
      <translation>Buscar y obtener modelos ({key})</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Folders, archive, bin and tags</source>
      <translation>Carpetas, archivados, papelera y etiquetas</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Light theme</source>
      <translation>Tema claro</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>More: import, back up, tables and help</source>
      <translation>Más: importar, copias, tablas y ayuda</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>New chat ({key})</source>
      <translation>Nuevo chat ({key})</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Search chats</source>
      <translation>Buscar chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Search in all chats, or by #tag ({key})</source>
      <translation>Buscar en todos los chats, o por #etiqueta ({key})</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Settings ({key})</source>
      <translation>Ajustes ({key})</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Copied. It names no user, computer or folder.</source>
      <translation>Copiado. No nombra usuario, equipo ni carpeta.</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Copy as text</source>
      <translation>Copiar como texto</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>How far the measurement is</source>
      <translation>Cuánto ha avanzado la medición</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Measure</source>
      <translation>Medir</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Measured so far</source>
      <translation>Medido hasta ahora</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Nothing was measured yet. Choose a model and press “Measure”.</source>
      <translation>Aún no se ha medido nada. Elija un modelo y pulse «Medir».</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Starting…</source>
      <translation>Iniciando…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Stopped. Nothing of it is kept.</source>
      <translation>Detenido. No se guarda nada.</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Takes {n} seconds at most, in an engine of its own: chats go on. The figures are best while the machine has nothing else to do.</source>
      <translation>Tarda como mucho {n} segundos, en un motor propio: los chats siguen. Las cifras son mejores cuando el equipo no tiene nada más que hacer.</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>There is no model here to measure. Get one with “Find and get models” (Ctrl+D).</source>
      <translation>Aquí no hay ningún modelo que medir. Consiga uno con «Buscar y obtener modelos» (Ctrl+D).</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>{error} This measurement is shown, and not kept.</source>
      <translation>{error} Esta medición se muestra, pero no se guarda.</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/model_menu.py" />
      <source>No model</source>
      <translation>Ningún modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Asking the same {n:,} tokens again…</source>
      <translation>Preguntando de nuevo los mismos {n:,} tokens…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Loading the model…</source>
      <translation>Cargando el modelo…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Reading a prompt of {n:,} tokens, and writing…</source>
      <translation>Leyendo un prompt de {n:,} tokens y escribiendo…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Reading memory, to see what it allows…</source>
      <translation>Leyendo la memoria, para ver qué permite…</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Go back to the backup of {made_at}</source>
      <translation>Volver a la copia de seguridad del {made_at}</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>It stays as it is, under another name beside {database}. Choose how to go on:</source>
      <translation>Se queda como está, con otro nombre junto a {database}. Elegir cómo seguir:</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Leeward cannot start</source>
      <translation>Leeward no puede iniciarse</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Leeward: your chats need attention</source>
      <translation>Leeward: los chats necesitan atención</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Quit and change nothing</source>
      <translation>Salir sin cambiar nada</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Rescue {n:,} messages from {n_conversations:,} chats</source>
      <translation>Rescatar {n:,} mensajes de {n_conversations:,} chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Start with no chats</source>
      <translation>Empezar sin chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>The file with your chats is damaged.</source>
      <translation>El archivo con los chats está dañado.</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>This happens once and may take a minute. A backup is made first.</source>
      <translation>Ocurre una sola vez y puede tardar un minuto. Antes se hace una copia de seguridad.</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Your chats are made ready for this version.</source>
      <translation>Los chats se preparan para esta versión.</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>First word in about {time}</source>
      <translation>Primera palabra en unos {time}</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>Reading {to_read:,} of {n:,} tokens</source>
      <translation>Leyendo {to_read:,} de {n:,} tokens</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>about {time}</source>
      <translation>unos {time}</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>{n:,} reused</source>
      <translation>{n:,} reutilizados</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>{n} %</source>
      <translation>{n} %</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Back up everything</source>
      <translation>Hacer copia de todo</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Backups (*.zip)</source>
      <translation>Copias de seguridad (*.zip)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Export all chats</source>
      <translation>Exportar todos los chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Export this chat</source>
      <translation>Exportar este chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Go back to the backup of {date}? The chats, settings and personas that are here now are kept in a folder beside, and Leeward starts again with those of the backup.</source>
      <translation>¿Volver a la copia de seguridad del {date}? Los chats, ajustes y personas actuales se conservan en una carpeta aparte, y Leeward se reinicia con los de la copia.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Import chats</source>
      <translation>Importar chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Importing {file}: {n:,} of {n_all:,} chats.</source>
      <translation>Importando {file}: {n:,} de {n_all:,} chats.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>JSON Lines (*.jsonl)</source>
      <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>JSON that can be imported again (*.json)</source>
      <translation>JSON que se puede volver a importar (*.json)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Left out: {parts}.</source>
      <translation>Se omitió: {parts}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Markdown (*.md)</source>
      <translation>Markdown (*.md)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Open one that is kept first.</source>
      <translation>Abrir antes uno que se conserve.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Restore a backup</source>
      <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Stopped: {sentence}</source>
      <translation>Detenido: {sentence}</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>The file is {path}.</source>
      <translation>El archivo es {path}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>The file is {path}. “Restore a backup” brings it back.</source>
      <translation>El archivo es {path}. “Restaurar una copia de seguridad” lo recupera.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>There is no chat here that could be exported.</source>
      <translation>Aquí no hay ningún chat que exportar.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>They stand in the list by their date.</source>
      <translation>Están en la lista según su fecha.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Web page (*.html)</source>
      <translation>Página web (*.html)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>You can go on. What was imported stays when you stop it.</source>
      <translation>Se puede continuar. Lo importado se queda aunque se detenga.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} attached files</source>
      <extracomment>For one: {n:,} attached file</extracomment>
      <translation>
        <numerusform>{n:,} archivo adjunto</numerusform>
        <numerusform>{n:,} archivos adjuntos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats and the settings are backed up.</source>
      <extracomment>For one: {n:,} chat and the settings are backed up.</extracomment>
      <translation>
        <numerusform>Copia hecha de {n:,} chat y los ajustes.</numerusform>
        <numerusform>Copia hecha de {n:,} chats y los ajustes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats exported.</source>
      <extracomment>For one: {n:,} chat exported.</extracomment>
      <translation>
        <numerusform>{n:,} chat exportado.</numerusform>
        <numerusform>{n:,} chats exportados.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats imported.</source>
      <extracomment>For one: {n:,} chat imported.</extracomment>
      <translation>
        <numerusform>{n:,} chat importado.</numerusform>
        <numerusform>{n:,} chats importados.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats imported: {programs}.</source>
      <extracomment>For one: {n:,} chat imported: {programs}.</extracomment>
      <translation>
        <numerusform>{n:,} chat importado: {programs}.</numerusform>
        <numerusform>{n:,} chats importados: {programs}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats there already</source>
      <extracomment>For one: {n:,} chat there already</extracomment>
      <translation>
        <numerusform>{n:,} chat que ya estaba</numerusform>
        <numerusform>{n:,} chats que ya estaban</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats without a message</source>
      <extracomment>For one: {n:,} chat without a message</extracomment>
      <translation>
        <numerusform>{n:,} chat sin mensajes</numerusform>
        <numerusform>{n:,} chats sin mensajes</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} from {program}</source>
      <translation>{n:,} de {program}</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} more cannot be used either.</source>
      <translation>Otros {n:,} tampoco se pueden usar.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} notes about the user</source>
      <extracomment>For one: {n:,} note about the user</extracomment>
      <translation>
        <numerusform>{n:,} nota sobre el usuario</numerusform>
        <numerusform>{n:,} notas sobre el usuario</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} parts of an unknown kind</source>
      <extracomment>For one: {n:,} part of an unknown kind</extracomment>
      <translation>
        <numerusform>{n:,} parte de tipo desconocido</numerusform>
        <numerusform>{n:,} partes de tipo desconocido</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} pictures</source>
      <extracomment>For one: {n:,} picture</extracomment>
      <translation>
        <numerusform>{n:,} imagen</numerusform>
        <numerusform>{n:,} imágenes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} sounds or videos</source>
      <extracomment>For one: {n:,} sound or video</extracomment>
      <translation>
        <numerusform>{n:,} sonido o vídeo</numerusform>
        <numerusform>{n:,} sonidos o vídeos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} steps of tools</source>
      <extracomment>For one: {n:,} step of a tool</extracomment>
      <translation>
        <numerusform>{n:,} paso de herramienta</numerusform>
        <numerusform>{n:,} pasos de herramientas</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Fastest settings</source>
      <translation>Ajustes más rápidos</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Look for the fastest settings again</source>
      <translation>Buscar de nuevo los ajustes más rápidos</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Not tried yet.</source>
      <translation>Aún no se ha probado.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Nothing is faster than the usual settings.</source>
      <translation>Nada es más rápido que los ajustes habituales.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Other programs are computing: what is fastest cannot be told now.</source>
      <translation>Otros programas están calculando: ahora no se puede saber qué es lo más rápido.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Stop looking for the fastest settings</source>
      <translation>Detener la búsqueda de los ajustes más rápidos</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>There is no model that can be tried: none is loaded, or a graphics card computes.</source>
      <translation>No hay ningún modelo que se pueda probar: no hay ninguno cargado, o calcula una tarjeta gráfica.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Tuned: {parts}. Prompts are read {prompt:.2f} times and answers written {decode:.2f} times as fast as usual.</source>
      <translation>Ajustado: {parts}. Los prompts se leen {prompt:.2f} veces y las respuestas se escriben {decode:.2f} veces tan rápido como de costumbre.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>What was found for the loaded model. Sending a message ends a trial.</source>
      <translation>Lo que se encontró para el modelo cargado. Enviar un mensaje termina una prueba.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>no flash attention</source>
      <translation>sin flash attention</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/tuning_row.py" />
      <source>{n:,} threads</source>
      <extracomment>For one: {n:,} thread</extracomment>
      <translation>
        <numerusform>{n:,} hilo</numerusform>
        <numerusform>{n:,} hilos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/tuning_row.py" />
      <source>{n:,} tokens of a prompt at once</source>
      <extracomment>For one: {n:,} token of a prompt at once</extracomment>
      <translation>
        <numerusform>{n:,} token de un prompt a la vez</numerusform>
        <numerusform>{n:,} tokens de un prompt a la vez</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>All actions of the message</source>
      <translation>Todas las acciones del mensaje</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>An earlier message, where nothing is written</source>
      <translation>Un mensaje anterior, con el campo vacío</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Archive this chat, or take it out</source>
      <translation>Archivar o desarchivar este chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Back up everything…</source>
      <translation>Hacer copia de todo…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Close a folder</source>
      <translation>Cerrar una carpeta</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Copy the selection</source>
      <translation>Copiar la selección</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Copy the selection as Markdown</source>
      <translation>Copiar la selección como Markdown</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Delete this chat</source>
      <translation>Borrar este chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Export all chats…</source>
      <translation>Exportar todos los chats…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Export this chat…</source>
      <translation>Exportar este chat…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Find and get models</source>
      <translation>Buscar y obtener modelos</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Import chats…</source>
      <translation>Importar chats…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Keep this text as a prompt</source>
      <translation>Guardar este texto como prompt</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Larger text</source>
      <translation>Texto más grande</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Light or dark</source>
      <translation>Claro u oscuro</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>List of chats</source>
      <translation>Lista de chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Messages</source>
      <translation>Mensajes</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Move this chat to a new folder</source>
      <translation>Mover este chat a una carpeta nueva</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>New line</source>
      <translation>Línea nueva</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Next chat</source>
      <translation>Chat siguiente</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Open a folder</source>
      <translation>Abrir una carpeta</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Open a model file</source>
      <translation>Abrir un archivo de modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Pin this chat to the top, or take it off</source>
      <translation>Fijar este chat arriba, o dejar de fijarlo</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Previous chat</source>
      <translation>Chat anterior</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Prompts, at the beginning of a message</source>
      <translation>Prompts, al principio de un mensaje</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Quit</source>
      <translation>Salir</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Reading</source>
      <translation>Lectura</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Rename a chat or folder</source>
      <translation>Cambiar el nombre de un chat o carpeta</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Rename this chat</source>
      <translation>Cambiar el nombre de este chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Restore a backup…</source>
      <translation>Restaurar una copia de seguridad…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Search in all chats</source>
      <translation>Buscar en todos los chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Send (another key can be set)</source>
      <translation>Enviar (se puede fijar otra tecla)</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Send after the answer under way</source>
      <translation>Enviar tras la respuesta en curso</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Show the archive</source>
      <translation>Mostrar los archivados</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Show the bin</source>
      <translation>Mostrar la papelera</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Smaller text</source>
      <translation>Texto más pequeño</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Speed of a model</source>
      <translation>Velocidad de un modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Stop the answer, or end editing</source>
      <translation>Detener la respuesta, o terminar la edición</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Temporary chat</source>
      <translation>Chat temporal</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Turn texts into a table</source>
      <translation>Convertir textos en una tabla</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Usual size of text</source>
      <translation>Tamaño habitual del texto</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>What can be done with it</source>
      <translation>Qué se puede hacer con ello</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Window</source>
      <translation>Ventana</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Write a message</source>
      <translation>Escribir un mensaje</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_dialogs.py" />
      <source>chat</source>
      <translation>chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>A waiting message was removed</source>
      <translation>Se quitó un mensaje en espera</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Editing the model's message. The old version stays.</source>
      <translation>Editando el mensaje del modelo. La versión anterior se queda.</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Editing the system prompt of this chat. The old version stays.</source>
      <translation>Editando el prompt de sistema de este chat. La versión anterior se queda.</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Editing your message. Sending it makes a new version; the old one stays.</source>
      <translation>Editando un mensaje propio. Al enviarlo se crea otra versión; la anterior se queda.</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Inserting a message of the model</source>
      <translation>Insertando un mensaje del modelo</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Inserting a message of yours</source>
      <translation>Insertando un mensaje propio</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>No model is loaded: choose one above, then send</source>
      <translation>No hay ningún modelo cargado: elegir uno arriba y enviar</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Your changes were dropped</source>
      <translation>Los cambios se descartaron</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>{model} is being loaded: then you can send</source>
      <translation>Se está cargando {model}: después se podrá enviar</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and summaries</source>
      <translation>Conversación y resúmenes</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and summaries on small machines</source>
      <translation>Conversación y resúmenes en máquinas pequeñas</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and tools on small machines; not for commercial use</source>
      <translation>Conversación y herramientas en máquinas pequeñas; sin uso comercial</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and writing</source>
      <translation>Conversación y redacción</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation, long texts, tools</source>
      <translation>Conversación, textos largos, herramientas</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation, mathematics, structured answers</source>
      <translation>Conversación, matemáticas, respuestas estructuradas</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation, summaries, tools</source>
      <translation>Conversación, resúmenes, herramientas</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Demanding questions on large machines</source>
      <translation>Preguntas exigentes en máquinas grandes</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Demanding questions, tools, many languages</source>
      <translation>Preguntas exigentes, herramientas, muchos idiomas</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Finding short texts by meaning, very fast</source>
      <translation>Encontrar textos cortos por su significado, muy rápido</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Finding texts by meaning</source>
      <translation>Encontrar textos por su significado</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Finding texts by meaning in a hundred languages</source>
      <translation>Encontrar textos por su significado en cien idiomas</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Knowledge at the speed of a smaller model (a mixture of experts)</source>
      <translation>Conocimiento a la velocidad de un modelo menor (mezcla de expertos)</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Long texts in many languages, tools</source>
      <translation>Textos largos en muchos idiomas, herramientas</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Programming</source>
      <translation>Programación</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Programming; not for commercial use</source>
      <translation>Programación; sin uso comercial</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Reasoning and mathematics</source>
      <translation>Razonamiento y matemáticas</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Reasoning on small machines; its memory of the conversation is large</source>
      <translation>Razonamiento en máquinas pequeñas; su memoria de la conversación es grande</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Science and mathematics</source>
      <translation>Ciencia y matemáticas</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Short answers on very small machines</source>
      <translation>Respuestas breves en máquinas muy pequeñas</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Thinks before it answers, on small machines</source>
      <translation>Piensa antes de responder, en máquinas pequeñas</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Thinks before it answers; mathematics, programming, tools</source>
      <translation>Piensa antes de responder; matemáticas, programación, herramientas</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>multilingual</source>
      <translation>multilingüe</translation>
    </message>
    <message>
      <location filename="resources/personas/explain-code.toml" />
      <source>Explain code</source>
      <comment>persona</comment>
      <translation>Explicar código</translation>
    </message>
    <message>
      <location filename="resources/personas/explain-code.toml" />
      <source>Says what a piece of code does, step by step, and what may be wrong with it.</source>
      <comment>persona</comment>
      <translation>Dice qué hace un fragmento de código, paso a paso, y qué puede estar mal.</translation>
    </message>
    <message>
      <location filename="resources/personas/extract-data.toml" />
      <source>Extract data</source>
      <comment>persona</comment>
      <translation>Extraer datos</translation>
    </message>
    <message>
      <location filename="resources/personas/extract-data.toml" />
      <source>Takes facts out of a text as JSON; leeward extract uses it for whole folders.</source>
      <comment>persona</comment>
      <translation>Saca datos de un texto como JSON; leeward extract la usa para carpetas enteras.</translation>
    </message>
    <message>
      <location filename="resources/personas/proofread.toml" />
      <source>Corrects spelling, grammar and punctuation, and lists what was changed.</source>
      <comment>persona</comment>
      <translation>Corrige ortografía, gramática y puntuación, y enumera los cambios.</translation>
    </message>
    <message>
      <location filename="resources/personas/proofread.toml" />
      <source>Proofread</source>
      <comment>persona</comment>
      <translation>Corregir</translation>
    </message>
    <message>
      <location filename="resources/personas/summarise.toml" />
      <source>A short, faithful summary of a text.</source>
      <comment>persona</comment>
      <translation>Un resumen breve y fiel de un texto.</translation>
    </message>
    <message>
      <location filename="resources/personas/summarise.toml" />
      <source>Summarise</source>
      <comment>persona</comment>
      <translation>Resumir</translation>
    </message>
    <message>
      <location filename="resources/personas/translate.toml" />
      <source>Translate</source>
      <comment>persona</comment>
      <translation>Traducir</translation>
    </message>
    <message>
      <location filename="resources/personas/translate.toml" />
      <source>Translates into English, or from English into the language you name.</source>
      <comment>persona</comment>
      <translation>Traduce al inglés, o del inglés al idioma que se indique.</translation>
    </message>
    <message>
      <location filename="resources/personas/tutor.toml" />
      <source>Helps to understand a subject with questions and hints instead of ready answers.</source>
      <comment>persona</comment>
      <translation>Ayuda a entender un tema con preguntas y pistas en lugar de respuestas hechas.</translation>
    </message>
    <message>
      <location filename="resources/personas/tutor.toml" />
      <source>Tutor</source>
      <comment>persona</comment>
      <translation>Tutor</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Explain code</source>
      <comment>prompt</comment>
      <translation>Explicar código</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Explain simply</source>
      <comment>prompt</comment>
      <translation>Explicar de forma sencilla</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Find the fault</source>
      <comment>prompt</comment>
      <translation>Encontrar el fallo</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>For and against</source>
      <comment>prompt</comment>
      <translation>A favor y en contra</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Make a table</source>
      <comment>prompt</comment>
      <translation>Hacer una tabla</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Proofread</source>
      <comment>prompt</comment>
      <translation>Corregir</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Rewrite</source>
      <comment>prompt</comment>
      <translation>Reescribir</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Summarise</source>
      <comment>prompt</comment>
      <translation>Resumir</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Translate</source>
      <comment>prompt</comment>
      <translation>Traducir</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Write tests</source>
      <comment>prompt</comment>
      <translation>Escribir pruebas</translation>
    </message>
  </context>
</TS>
