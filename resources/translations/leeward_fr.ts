<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>leeward</name>
    <message>
      <location filename="leeward/chat/schema.py" />
      <source>a schema must be a JSON object</source>
      <translation>un schéma doit être un objet JSON</translation>
    </message>
    <message>
      <location filename="leeward/chat/schema.py" />
      <source>the schema is nested too deeply</source>
      <translation>le schéma est imbriqué trop profondément</translation>
    </message>
    <message>
      <location filename="leeward/chat/tool_rules.py" />
      <source>Calls a tool</source>
      <translation>Appelle un outil</translation>
    </message>
    <message>
      <location filename="leeward/chat/tool_rules.py" />
      <source>Calls {tool}</source>
      <translation>Appelle {tool}</translation>
    </message>
    <message>
      <location filename="leeward/chat/tool_rules.py" />
      <source>What the tool said</source>
      <translation>Ce que l’outil a répondu</translation>
    </message>
    <message>
      <location filename="leeward/desktop.py" />
      <source>What was here before is kept in {folder}.</source>
      <translation>Ce qui était ici auparavant est conservé dans {folder}.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/desktop.py" />
      <source>{n:,} chats are back.</source>
      <extracomment>For one: {n:,} chat is back.</extracomment>
      <translation>
        <numerusform>{n:,} discussion est de retour.</numerusform>
        <numerusform>{n:,} discussions sont de retour.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>LoRA adapter</source>
      <comment>a file</comment>
      <translation>adaptateur LoRA</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>model</source>
      <comment>a file</comment>
      <translation>modèle</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>multimodal projector</source>
      <comment>a file</comment>
      <translation>projecteur multimodal</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>other</source>
      <comment>a file</comment>
      <translation>autre</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>vocabulary</source>
      <comment>a file</comment>
      <translation>vocabulaire</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>A small model of the same family that guesses what comes next: it is used while answers are measured to be quicker with it, and takes memory.</source>
      <translation>Un petit modèle de la même famille qui devine la suite : il sert tant que les réponses sont mesurées plus rapides avec lui, et prend de la mémoire.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Adapters loaded on top, each with its strength.</source>
      <translation>Les adaptateurs chargés en plus, chacun avec son intensité.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Another chat template than the file's own.</source>
      <translation>Un autre template de chat que celui du fichier.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Compute attention in small pieces: less memory, and faster nearly everywhere.</source>
      <translation>Calculer l’attention par petits morceaux : moins de mémoire, et plus rapide presque partout.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How exactly the model remembers what it has read. q8_0 halves that memory, q4_0 quarters it and costs quality.</source>
      <translation>La précision avec laquelle le modèle retient ce qu’il a lu. q8_0 divise cette mémoire par deux, q4_0 par quatre, au prix de la qualité.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How many layers the graphics card computes. More is faster, as long as they fit into its memory.</source>
      <translation>Le nombre de couches calculées par la carte graphique. Plus il y en a, plus c’est rapide, tant qu’elles tiennent dans sa mémoire.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How many processor cores compute. More than there are real cores makes it slower.</source>
      <translation>Le nombre de cœurs du processeur qui calculent. Au-delà du nombre de cœurs réels, c’est plus lent.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How much of a prompt is computed at once. More reads faster on a graphics card and needs more memory.</source>
      <translation>La quantité de prompt calculée à la fois. Une valeur plus élevée accélère la lecture sur une carte graphique et demande plus de mémoire.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How much of a prompt is read between two looks at the Stop button.</source>
      <translation>La quantité de prompt lue entre deux vérifications du bouton Arrêter.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How much of the conversation the model sees at once. More needs more memory, in proportion.</source>
      <translation>La part de la conversation que le modèle voit d’un coup. Plus elle est grande, plus il faut de mémoire, en proportion.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Keep the model in memory even when other programs need some.</source>
      <translation>Garder le modèle en mémoire même quand d’autres programmes en ont besoin.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Leave the experts of a mixture model to the processor: large ones then fit a small graphics card.</source>
      <translation>Laisser les experts d’un modèle à mélange d’experts au processeur : les grands modèles tiennent alors sur une petite carte graphique.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Leave the model in its file, which takes the least memory. Off is faster on Linux, and safer on network and USB drives.</source>
      <translation>Laisser le modèle dans son fichier, ce qui prend le moins de mémoire. Désactivé, c’est plus rapide sous Linux, et plus sûr sur un lecteur réseau ou USB.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Stretch the context beyond what the model was trained for. Answers become worse with it.</source>
      <translation>Étendre le contexte au-delà de ce pour quoi le modèle a été entraîné. Les réponses s’en ressentent.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>The factor of that stretching: 0.5 doubles the context.</source>
      <translation>Le facteur de cette extension : 0.5 double le contexte.</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>a persona has a grammar or a json_schema, not both</source>
      <translation>un persona a une grammaire ou un json_schema, pas les deux</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>an adapter must be the name of a file, not a path</source>
      <translation>un adaptateur doit être le nom d’un fichier, pas un chemin</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>it is not a persona of Leeward</source>
      <translation>ce n’est pas un persona de Leeward</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>it was written by a newer Leeward</source>
      <translation>il a été écrit par une version plus récente de Leeward</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>json_schema must be a JSON object as text</source>
      <translation>json_schema doit être un objet JSON sous forme de texte</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>sampling must be a table</source>
      <translation>sampling doit être une table</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>0 always takes the likeliest word; more varies more.</source>
      <translation>0 prend toujours le mot le plus probable ; une valeur plus élevée varie davantage.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>A repetition does not reach across these texts.</source>
      <translation>Une répétition ne s’étend pas au-delà de ces textes.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>A word becomes less likely each time that it was said; 0 is off.</source>
      <translation>Un mot devient moins probable à chaque fois qu’il a été dit ; 0 désactive.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>A word that was said becomes less likely, once; 0 is off.</source>
      <translation>Un mot déjà dit devient moins probable, une seule fois ; 0 désactive.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Above 1 the temperature stays low until the model is very unsure.</source>
      <translation>Au-dessus de 1, la température reste basse tant que le modèle n’est pas très incertain.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Above 1 words that were just said become less likely; 1 is off.</source>
      <translation>Au-dessus de 1, les mots qui viennent d’être dits deviennent moins probables ; 1 désactive.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Adaptive-p: memory</source>
      <translation>Adaptive-p : mémoire</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Adaptive-p: target</source>
      <translation>Adaptive-p : cible</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Against repetition</source>
      <translation>Contre les répétitions</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Choose among so many of the likeliest words; 0 is all.</source>
      <translation>Choisir parmi tant de mots les plus probables ; 0 les prend tous.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Choose among the likeliest words that have this share together; 1 is all.</source>
      <translation>Choisir parmi les mots les plus probables qui réunissent cette part ; 1 les prend tous.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Choose among words of usual surprise that have this share together; 1 is all.</source>
      <translation>Choisir parmi les mots de surprise habituelle qui réunissent cette part ; 1 les prend tous.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: allowed length</source>
      <translation>DRY : longueur permise</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: breakers</source>
      <translation>DRY : séparateurs</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: growth</source>
      <translation>DRY : croissance</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: reach</source>
      <translation>DRY : portée</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: strength</source>
      <translation>DRY : intensité</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Draw words whose likelihood is near this share, on average over the text.</source>
      <translation>Tirer des mots dont la probabilité est proche de cette part, en moyenne sur le texte.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Dynamic temperature: exponent</source>
      <translation>Température dynamique : exposant</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Dynamic temperature: spread</source>
      <translation>Température dynamique : amplitude</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>For filling a gap in code: end early rather than late.</source>
      <translation>Pour combler un trou dans du code : finir plutôt tôt que tard.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Frequency penalty</source>
      <translation>Pénalité de fréquence</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How daring</source>
      <translation>Degré d’audace</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How fast Mirostat adapts.</source>
      <translation>La vitesse à laquelle Mirostat s’adapte.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How fast that grows with the length of the repetition.</source>
      <translation>La vitesse à laquelle cela augmente avec la longueur de la répétition.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How long earlier words count for that average.</source>
      <translation>La durée pendant laquelle les mots précédents comptent dans cette moyenne.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How many of the last words are searched for repetitions.</source>
      <translation>Le nombre de derniers mots où l’on cherche des répétitions.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How many of the last words the penalties look at.</source>
      <translation>Le nombre de derniers mots pris en compte par les pénalités.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How often the likeliest words are left out, for less expected answers.</source>
      <translation>La fréquence à laquelle les mots les plus probables sont écartés, pour des réponses moins attendues.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How strongly a word is avoided that would go on with a repetition of what was said.</source>
      <translation>À quel point on évite un mot qui prolongerait la répétition de ce qui a été dit.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How surprising, in bits a word: less is more focused.</source>
      <translation>Le degré de surprise, en bits par mot : moins il y en a, plus la réponse est ciblée.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Infill</source>
      <translation>Infill</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Keep the text equally surprising throughout, by the first or the second method of Mirostat.</source>
      <translation>Garder un texte aussi surprenant d’un bout à l’autre, par la première ou la seconde méthode de Mirostat.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Leave out words that are less likely than this part of the likeliest.</source>
      <translation>Écarter les mots moins probables que cette fraction du plus probable.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Leave out words whose score lies further below the best than so many standard deviations; 0 is off.</source>
      <translation>Écarter les mots dont le score est en dessous du meilleur de plus de tant d’écarts types ; 0 désactive.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Make single words likelier or unlikelier: pairs of a token's number and -100 (never) to 100 (always).</source>
      <translation>Rendre certains mots plus ou moins probables : des paires formées du numéro d’un token et d’une valeur de -100 (jamais) à 100 (toujours).</translation>
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
      <translation>Mirostat : rythme</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Mirostat: surprise</source>
      <translation>Mirostat : surprise</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Mirostat: version</source>
      <translation>Mirostat : version</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Only words above this share are left out, all but the last of them.</source>
      <translation>Seuls les mots au-dessus de cette part sont écartés, tous sauf le dernier d’entre eux.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Other ways to draw</source>
      <translation>Autres façons de tirer</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Presence penalty</source>
      <translation>Pénalité de présence</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Repeat penalty</source>
      <translation>Pénalité de répétition</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Repeat penalty: reach</source>
      <translation>Pénalité de répétition : portée</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Repetitions of up to so many words cost nothing.</source>
      <translation>Les répétitions jusqu’à ce nombre de mots ne coûtent rien.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Special</source>
      <translation>Particulier</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Temperature</source>
      <translation>Température</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>The same seed and the same question give the same answer.</source>
      <translation>La même graine et la même question donnent la même réponse.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>The temperature follows how sure the model is, by so much up and down.</source>
      <translation>La température suit la certitude du modèle, de tant vers le haut et vers le bas.</translation>
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
      <translation>Ce qui peut être choisi</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Word bias</source>
      <translation>Biais de mots</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>XTC: probability</source>
      <translation>XTC : probabilité</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>XTC: threshold</source>
      <translation>XTC : seuil</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/draft_model.py" />
      <source>it cannot take back what it has read, or cannot write</source>
      <translation>il ne peut pas revenir sur ce qu’il a lu, ou ne peut pas écrire</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/draft_model.py" />
      <source>it cuts text into other tokens than the model</source>
      <translation>il découpe le texte en d’autres tokens que le modèle</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/draft_model.py" />
      <location filename="leeward/library/adapter_check.py" />
      <location filename="leeward/library/draft_check.py" />
      <location filename="leeward/storage/backup_file.py" />
      <location filename="leeward/storage/personas.py" />
      <source>there is no such file</source>
      <translation>ce fichier n’existe pas</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Answers end with a control token of the model.</source>
      <translation>Les réponses se terminent par un token de contrôle du modèle.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Answers end with words that Leeward looks for.</source>
      <translation>Les réponses se terminent par des mots que Leeward recherche.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It begins with {text}, which is plain text for this model.</source>
      <translation>Il commence par {text}, qui est du texte ordinaire pour ce modèle.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It changes the order of the messages.</source>
      <translation>Il change l’ordre des messages.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It is the known one of this model.</source>
      <translation>C’est celui, connu, de ce modèle.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It knows no system prompt: Leeward puts it before the first question.</source>
      <translation>Il ne connaît pas de prompt système : Leeward le place avant la première question.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It knows no tools: they cannot be used with it.</source>
      <translation>Il ne connaît pas les outils : ils ne peuvent pas être utilisés avec lui.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It puts no mark behind an answer: the model may go on and on.</source>
      <translation>Il ne met pas de marque après une réponse : le modèle pourrait ne plus s’arrêter.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It refuses a conversation of question, answer and question.</source>
      <translation>Il refuse une conversation faite d’une question, d’une réponse et d’une question.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It refuses tools.</source>
      <translation>Il refuse les outils.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It writes the mark that begins a text twice.</source>
      <translation>Il écrit deux fois la marque de début de texte.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It writes the mark that begins a text twice; Leeward puts it once.</source>
      <translation>Il écrit deux fois la marque de début de texte ; Leeward ne la met qu’une fois.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It writes the mark that begins a text, and the model asks for it too: it is put once.</source>
      <translation>Il écrit la marque de début de texte, et le modèle la demande aussi : elle n’est mise qu’une fois.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Of two questions in a row the model does not see both.</source>
      <translation>De deux questions à la suite, le modèle ne voit pas les deux.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Questions and answers follow each other as they were said.</source>
      <translation>Questions et réponses se suivent telles qu’elles ont été dites.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Template and tokenizer agree on the space before a text.</source>
      <translation>Le template et le tokenizer s’accordent sur l’espace avant un texte.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file brings its own chat template.</source>
      <translation>Le fichier fournit son propre template de chat.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file has no chat template: it may be a base model that continues text. The built-in one named {name} stands in.</source>
      <translation>Le fichier n’a pas de template de chat : c’est peut-être un modèle de base qui continue du texte. Le template intégré {name} le remplace.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file only names a template, {name}, and nobody here knows it.</source>
      <translation>Le fichier ne fait que nommer un template, {name}, et personne ne le connaît ici.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file only names a template, {name}; Leeward has it.</source>
      <translation>Le fichier ne fait que nommer un template, {name} ; Leeward l’a.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The mark that begins a text is put once.</source>
      <translation>La marque de début de texte est mise une fois.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see its own earlier answer.</source>
      <translation>Le modèle ne voit pas sa propre réponse précédente.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see the system prompt.</source>
      <translation>Le modèle ne voit pas le prompt système.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see your first question.</source>
      <translation>Le modèle ne voit pas votre première question.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see your second question.</source>
      <translation>Le modèle ne voit pas votre deuxième question.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The system prompt has a place of its own.</source>
      <translation>Le prompt système a sa propre place.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Thinking before the answer can be switched on and off.</source>
      <translation>La réflexion avant la réponse peut être activée et désactivée.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>This model has no mark that begins a text.</source>
      <translation>Ce modèle n’a pas de marque de début de texte.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Tools are shown to the model.</source>
      <translation>Les outils sont montrés au modèle.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Two questions in a row are joined to one.</source>
      <translation>Deux questions à la suite sont réunies en une.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Two questions in a row are shown as two.</source>
      <translation>Deux questions à la suite sont montrées séparément.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>What it puts behind an answer, {text}, does not end one with this model.</source>
      <translation>Ce qu’il met après une réponse, {text}, n’en termine aucune avec ce modèle.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>What it puts behind an answer, {text}, is plain text for this model.</source>
      <translation>Ce qu’il met après une réponse, {text}, est du texte ordinaire pour ce modèle.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source> It asks to wait {wait_s:.0f} seconds.</source>
      <translation> Il demande d’attendre {wait_s:.0f} secondes.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>A model was loaded while this one was at work.</source>
      <translation>Un modèle a été chargé pendant que celui-ci travaillait.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>A text has {n:,} tokens, and this model reads at most {limit_tokens:,} at once. Nothing was cut.</source>
      <translation>Un texte compte {n:,} tokens, et ce modèle en lit au plus {limit_tokens:,} à la fois. Rien n’a été coupé.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>A tool call is required, and it is not known how this model calls tools.</source>
      <translation>Un appel d’outil est exigé, et on ne sait pas comment ce modèle appelle les outils.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Accept the terms on {page} and set an access token (leeward models token).</source>
      <translation>Acceptez les conditions sur {page} et définissez un jeton d’accès (leeward models token).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Add one of your own under the same name to use that instead.</source>
      <translation>Ajoutez-en un à vous sous le même nom pour l’utiliser à la place.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Another program is using {path}: not saved yet.</source>
      <translation>Un autre programme utilise {path} : pas encore enregistré.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Ask it in a chat of its own.</source>
      <translation>Demandez-le dans une discussion à part.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Attach a part of it, or paste the lines that matter.</source>
      <translation>Joignez-en une partie, ou collez les lignes importantes.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Change the grammar or schema, or ask without it.</source>
      <translation>Changez la grammaire ou le schéma, ou posez la question sans.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Change the message and send it again.</source>
      <translation>Modifiez le message et envoyez-le à nouveau.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check that the file is there and may be read, then attach it again.</source>
      <translation>Vérifiez que le fichier est là et lisible, puis joignez-le à nouveau.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the endpoint and proxy settings.</source>
      <translation>Vérifiez les réglages de l’adresse du serveur et du proxy.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the name, or search for it.</source>
      <translation>Vérifiez le nom, ou faites une recherche.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the network and the proxy setting, then try again.</source>
      <translation>Vérifiez le réseau et le réglage du proxy, puis réessayez.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the settings.</source>
      <translation>Vérifiez les réglages.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a folder on another drive. FAT32 holds files up to 4.3 GB; exFAT, NTFS and ext4 hold larger ones.</source>
      <translation>Choisissez un dossier sur un autre lecteur. FAT32 accepte des fichiers jusqu’à 4,3 Go ; exFAT, NTFS et ext4 en acceptent de plus grands.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/model_picker.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Choose a model</source>
      <translation>Choisir un modèle</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a model that is made for it.</source>
      <translation>Choisissez un modèle fait pour cela.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a model with a chat template for tools, or do not require a call.</source>
      <translation>Choisissez un modèle dont le template de chat gère les outils, ou n’exigez pas d’appel.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a model, then send again.</source>
      <translation>Choisissez un modèle, puis renvoyez.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller context length or a smaller model.</source>
      <translation>Choisissez une longueur de contexte plus courte ou un modèle plus petit.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller context length or model, or close other programs. It can be tried all the same (--force).</source>
      <translation>Choisissez une longueur de contexte plus courte ou un modèle plus petit, ou fermez d’autres programmes. Vous pouvez tout de même essayer (--force).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller context length, close other programs, or choose a smaller model.</source>
      <translation>Choisissez une longueur de contexte plus courte, fermez d’autres programmes, ou choisissez un modèle plus petit.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller model of the same family as the draft model, or none: on the Models page, or with leeward models set MODEL draft=FILE.</source>
      <translation>Choisissez comme modèle de brouillon un modèle plus petit de la même famille, ou aucun : sur la page Modèles ou avec leeward models set MODEL draft=FILE.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose an adapter that was made from this model, or ask without one.</source>
      <translation>Choisissez un adaptateur fait à partir de ce modèle, ou posez la question sans.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose an export of Leeward, ChatGPT, LM Studio, Jan or Open WebUI, or JSON Lines with messages.</source>
      <translation>Choisissez un export de Leeward, ChatGPT, LM Studio, Jan ou Open WebUI, ou un fichier JSON Lines contenant des messages.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another backup, or copy this one again from where it was made.</source>
      <translation>Choisissez une autre sauvegarde, ou recopiez celle-ci depuis l’endroit où elle a été faite.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another file of this model, or another model.</source>
      <translation>Choisissez un autre fichier de ce modèle, ou un autre modèle.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another file or another repository.</source>
      <translation>Choisissez un autre fichier ou un autre dépôt.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another model.</source>
      <translation>Choisissez un autre modèle.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another name, or allow it to be replaced (--overwrite).</source>
      <translation>Choisissez un autre nom, ou autorisez le remplacement (--overwrite).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another one, or correct its file.</source>
      <translation>Choisissez-en un autre, ou corrigez son fichier.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose one of these, or add one from a file: leeward personas add FILE.</source>
      <translation>Choisissez l’un de ceux-ci, ou ajoutez-en un depuis un fichier : leeward personas add FILE.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose one of these, or leave the choice to the engine; leeward doctor says what is missing.</source>
      <translation>Choisissez l’un de ceux-ci, ou laissez le choix au moteur ; leeward doctor indique ce qui manque.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose the profile they are in (--profile).</source>
      <translation>Choisissez le profil où elles se trouvent (--profile).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Close the other program. Saving goes on by itself.</source>
      <translation>Fermez l’autre programme. L’enregistrement reprend tout seul.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Connect the drive it is on, or choose another folder.</source>
      <translation>Connectez le lecteur où il se trouve, ou choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Connect the drive it was on, or choose another model.</source>
      <translation>Connectez le lecteur où il se trouvait, ou choisissez un autre modèle.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Copy the text</source>
      <translation>Copier le texte</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Copy the text and try again.</source>
      <translation>Copiez le texte et réessayez.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Correct it, or empty it.</source>
      <translation>Corrigez-le, ou videz-le.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Correct the file, or ask whoever made it for another one.</source>
      <translation>Corrigez le fichier, ou demandez-en un autre à la personne qui l’a fait.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Delete it where it came from, or with your file manager; it then leaves the list by itself.</source>
      <translation>Supprimez-le là d’où il vient, ou avec votre gestionnaire de fichiers ; il quitte alors la liste tout seul.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Download the file again, or choose another model.</source>
      <translation>Téléchargez à nouveau le fichier, ou choisissez un autre modèle.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Free some space, or choose another folder.</source>
      <translation>Libérez de l’espace, ou choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Free space on the drive of {path}, or copy the text. Saving goes on by itself.</source>
      <translation>Libérez de l’espace sur le lecteur de {path}, ou copiez le texte. L’enregistrement reprend tout seul.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Give the number of one of them.</source>
      <translation>Indiquez le numéro de l’une d’elles.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Give yourself the right to write there, or start with another profile folder (--profile).</source>
      <translation>Donnez-vous le droit d’y écrire, ou démarrez avec un autre dossier de profil (--profile).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Install the newer version, or start with another profile folder (--profile).</source>
      <translation>Installez la version plus récente, ou démarrez avec un autre dossier de profil (--profile).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>It is loaded again with a context of {amount:,} tokens.</source>
      <translation>Il est rechargé avec un contexte de {amount:,} tokens.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/error_text.py" />
      <source>It is loaded again with {n} layers on the graphics card.</source>
      <extracomment>For one: It is loaded again with {n} layer on the graphics card.</extracomment>
      <translation>
        <numerusform>Il est rechargé avec {n} couche sur la carte graphique.</numerusform>
        <numerusform>Il est rechargé avec {n} couches sur la carte graphique.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>It is loaded again without the graphics card.</source>
      <translation>Il est rechargé sans la carte graphique.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>It starts again by itself; then try again.</source>
      <translation>Il redémarre tout seul ; réessayez ensuite.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>LEEWARD_CMAKE_ARGS="-DGGML_RPC=on" make setup builds it with RPC.</source>
      <translation>LEEWARD_CMAKE_ARGS="-DGGML_RPC=on" make setup le compile avec RPC.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Leave that model out, or download it again.</source>
      <translation>Laissez ce modèle de côté, ou téléchargez-le à nouveau.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Leeward is already running with the profile {path}.</source>
      <translation>Leeward est déjà ouvert avec le profil {path}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load again</source>
      <translation>Recharger</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load anyway</source>
      <translation>Charger quand même</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load it again, or choose another model.</source>
      <translation>Rechargez-le, ou choisissez un autre modèle.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load the model again, or choose a smaller one; your text is safe.</source>
      <translation>Rechargez le modèle, ou choisissez-en un plus petit ; votre texte est en sécurité.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load the model again.</source>
      <translation>Rechargez le modèle.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Make the pack again on the computer it comes from.</source>
      <translation>Refaites le pack sur l’ordinateur d’où il vient.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Mend that or choose another place, then try again.</source>
      <translation>Corrigez cela ou choisissez un autre endroit, puis réessayez.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Model file changed: {path} was replaced, moved or cut while it was loaded. Your text is safe.</source>
      <translation>Fichier du modèle modifié : {path} a été remplacé, déplacé ou coupé pendant qu’il était chargé. Votre texte est en sécurité.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Move it away, or choose another folder.</source>
      <translation>Déplacez-le, ou choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/sidebar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>New chat</source>
      <translation>Nouvelle discussion</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>No connection to {host}. A download goes on where it was.</source>
      <translation>Pas de connexion à {host}. Un téléchargement reprend là où il en était.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>No model is loaded.</source>
      <translation>Aucun modèle n’est chargé.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Nothing of {repo} can be downloaded so: {reason}.</source>
      <translation>Rien de {repo} ne peut être téléchargé ainsi : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Nothing was imported from {path}: {reason}.</source>
      <translation>Rien n’a été importé de {path} : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/full_panel.py" />
      <source>Open settings</source>
      <translation>Ouvrir les réglages</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Open the folder</source>
      <translation>Ouvrir le dossier</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Paste the lines that matter into the message.</source>
      <translation>Collez les lignes importantes dans le message.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Put the adapter back, choose one that was made from this model, or none: what is set for a model is changed on the Models page or with leeward models set MODEL adapters=FILE.</source>
      <translation>Remettez l’adaptateur en place, choisissez-en un fait à partir de ce modèle, ou aucun : ce qui est réglé pour un modèle se change sur la page Modèles ou avec leeward models set MODEL adapters=FILE.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Restore a backup from the backups folder of the profile, or go on with an empty one.</source>
      <translation>Restaurez une sauvegarde du dossier backups du profil, ou continuez avec un profil vide.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Send it, or remove one of them first.</source>
      <translation>Envoyez-le, ou retirez d’abord l’un d’eux.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Several conversations are called {wanted}: {found}.</source>
      <translation>Plusieurs conversations s’appellent {wanted} : {found}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Shorten the message and send it again.</source>
      <translation>Raccourcissez le message et envoyez-le à nouveau.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/crash_dialog.py" />
      <source>Show the report</source>
      <translation>Afficher le rapport</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something could not be fetched.</source>
      <translation>Quelque chose n’a pas pu être récupéré.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something could not be saved. What you typed is still here.</source>
      <translation>Quelque chose n’a pas pu être enregistré. Ce que vous avez écrit est toujours là.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something did not work. Your text is safe.</source>
      <translation>Quelque chose n’a pas marché. Votre texte est en sécurité.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something in Leeward went wrong ({name}). Your chats are saved.</source>
      <translation>Un problème est survenu dans Leeward ({name}). Vos discussions sont enregistrées.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Split the text into shorter ones, or choose a model that reads longer ones.</source>
      <translation>Divisez le texte en textes plus courts, ou choisissez un modèle qui en lit de plus longs.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start a new chat, shorten the message, or set a larger context length.</source>
      <translation>Commencez une nouvelle discussion, raccourcissez le message, ou réglez une longueur de contexte plus grande.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start again now</source>
      <translation>Redémarrer maintenant</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start again when the model that you want is loaded: what is done is kept.</source>
      <translation>Recommencez quand le modèle voulu est chargé : ce qui est fait est conservé.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start llama.cpp's rpc-server there, of the same version as the engine here, and check address and port.</source>
      <translation>Démarrez-y le rpc-server de llama.cpp, de la même version que le moteur d’ici, et vérifiez l’adresse et le port.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/chat/composer.py" />
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/speed/dialog.py" />
      <location filename="leeward/ui/tuning_row.py" />
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Text and code can be attached; copy the text out of other documents and paste it.</source>
      <translation>Le texte et le code peuvent être joints ; pour les autres documents, copiez le texte et collez-le.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The RPC server {server} cannot be used: {reason}.</source>
      <translation>Le serveur RPC {server} ne peut pas être utilisé : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The chat database is damaged. The file was kept as {path}; nothing of it was deleted.</source>
      <translation>La base de données des discussions est endommagée. Le fichier a été conservé sous {path} ; rien n’en a été supprimé.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The chat template of this model cannot be used: {reason}.</source>
      <translation>Le template de chat de ce modèle ne peut pas être utilisé : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The chats were written by a newer Leeward (format {found_version}, this one knows {known_version}). The file was not touched.</source>
      <translation>Les discussions ont été écrites par une version plus récente de Leeward (format {found_version}, celle-ci connaît {known_version}). Le fichier n’a pas été touché.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The disk is full: not saved. What you typed is still here.</source>
      <translation>Le disque est plein : pas enregistré. Ce que vous avez écrit est toujours là.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The download was sent on to an address that is not safe ({host}) and was stopped.</source>
      <translation>Le téléchargement a été redirigé vers une adresse qui n’est pas sûre ({host}) et a été arrêté.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The drive has too little room: {needed_bytes} are needed, {free_bytes} are free.</source>
      <translation>Le lecteur n’a pas assez de place : il faut {needed_bytes}, {free_bytes} sont libres.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The drive of {path} cannot hold a file as large as {file}: its file system or a limit of the system does not allow it.</source>
      <translation>Le lecteur de {path} ne peut pas contenir un fichier aussi grand que {file} : son système de fichiers ou une limite du système ne le permet pas.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine cannot answer. Your text is safe.</source>
      <translation>Le moteur ne peut pas répondre. Votre texte est en sécurité.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine did not answer for {silent_s:.0f} seconds and was ended. Your text is safe.</source>
      <translation>Le moteur n’a pas répondu pendant {silent_s:.0f} secondes et a été arrêté. Votre texte est en sécurité.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine ran out of memory and stopped. Your text is safe.</source>
      <translation>Le moteur a manqué de mémoire et s’est arrêté. Votre texte est en sécurité.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine stopped {n} times within {window_s} and is not started again by itself.</source>
      <translation>Le moteur s’est arrêté {n} fois en {window_s} et ne redémarre plus tout seul.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine stopped. Your text is safe.</source>
      <translation>Le moteur s’est arrêté. Votre texte est en sécurité.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine was built without RPC, so {server} was not contacted.</source>
      <translation>Le moteur a été compilé sans RPC, {server} n’a donc pas été contacté.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine was started again. What it had said is kept.</source>
      <translation>Le moteur a été redémarré. Ce qu’il avait dit est conservé.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The file was not attached.</source>
      <translation>Le fichier n’a pas été joint.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The folder {path} cannot be written: nothing new is saved.</source>
      <translation>Impossible d’écrire dans le dossier {path} : rien de nouveau n’est enregistré.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The folder {path} is not there.</source>
      <translation>Le dossier {path} n’est pas là.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The grammar or JSON schema for the answer cannot be used: {reason}.</source>
      <translation>La grammaire ou le schéma JSON de la réponse ne peut pas être utilisé : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The model cannot be asked this as it is.</source>
      <translation>On ne peut pas demander cela tel quel au modèle.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The model file {path} is not there any more.</source>
      <translation>Le fichier de modèle {path} n’est plus là.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The model pack was not made, because of {path}{reason}.</source>
      <translation>Le pack de modèles n’a pas été fait, à cause de {path}{reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The new file could not be made. The others are untouched.</source>
      <translation>Le nouveau fichier n’a pas pu être créé. Les autres n’ont pas été touchés.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The persona cannot be used.</source>
      <translation>Le persona ne peut pas être utilisé.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The persona {name} came with Leeward and stays.</source>
      <translation>Le persona {name} est fourni avec Leeward et reste en place.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The server does not give this file to you (status {status}).</source>
      <translation>Le serveur ne vous donne pas ce fichier (statut {status}).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The server is busy (status {status}). A download goes on where it was.{wait}</source>
      <translation>Le serveur est occupé (statut {status}). Un téléchargement reprend là où il en était.{wait}</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The setting {name} cannot be used: {reason}.</source>
      <translation>Le réglage {name} ne peut pas être utilisé : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The settings file {path} could not be read, so the defaults are used. The old file was kept.</source>
      <translation>Le fichier de réglages {path} n’a pas pu être lu, les valeurs par défaut sont donc utilisées. L’ancien fichier a été conservé.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The text is {size_bytes} and at most {limit_bytes} can be sent at once.</source>
      <translation>Le texte fait {size_bytes} et on peut envoyer au plus {limit_bytes} à la fois.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There are no conversations in the profile {path}.</source>
      <translation>Il n’y a aucune conversation dans le profil {path}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is a file {path} already. It was not touched.</source>
      <translation>Il existe déjà un fichier {path}. Il n’a pas été touché.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is another file {path} in {folder}. It was not touched.</source>
      <translation>Il existe un autre fichier {path} dans {folder}. Il n’a pas été touché.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is no conversation {wanted}.</source>
      <translation>Il n’y a pas de conversation {wanted}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is no device {name} to compute on (there is: {found}).</source>
      <translation>Il n’y a pas de périphérique {name} pour calculer (disponibles : {found}).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is no persona {name} (there is: {found}).</source>
      <translation>Il n’y a pas de persona {name} (disponibles : {found}).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This chat has {n:,} tokens, and the model has room for {n_ctx:,}. Nothing was cut or sent.</source>
      <translation>Cette discussion compte {n:,} tokens, et le modèle a de la place pour {n_ctx:,}. Rien n’a été coupé ni envoyé.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This could not be taken in or out. Your chats are as they were.</source>
      <translation>L’import ou l’export n’a pas pu se faire. Vos discussions sont telles qu’elles étaient.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This message has {limit} files already.</source>
      <translation>Ce message a déjà {limit} fichiers.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This model cannot be used.</source>
      <translation>Ce modèle ne peut pas être utilisé.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This model cannot do that: {reason}.</source>
      <translation>Ce modèle ne peut pas faire cela : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This was not asked beside the conversation: {reason}.</source>
      <translation>Cela n’a pas été demandé à côté de la conversation202f: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/tuning_row.py" />
      <source>Try again</source>
      <translation>Réessayer</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again in another place.</source>
      <translation>Réessayez à un autre endroit.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again later, or choose another file.</source>
      <translation>Réessayez plus tard, ou choisissez un autre fichier.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again later.</source>
      <translation>Réessayez plus tard.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again with another file.</source>
      <translation>Réessayez avec un autre fichier.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again.</source>
      <translation>Réessayez.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again; if it happens again, the report in the logs folder says where.</source>
      <translation>Réessayez ; si cela se reproduit, le rapport dans le dossier logs indique où.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Understood</source>
      <translation>Compris</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Use the window that is open or close it, or start with another profile folder (--profile).</source>
      <translation>Utilisez la fenêtre déjà ouverte ou fermez-la, ou démarrez avec un autre dossier de profil (--profile).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Wait until it is there, or stop the other download.</source>
      <translation>Attendez qu’il soit là, ou arrêtez l’autre téléchargement.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>When the model is back, try again.</source>
      <translation>Quand le modèle est de retour, réessayez.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>a minute</source>
      <translation>une minute</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>leeward export --list shows the conversations with their numbers.</source>
      <translation>leeward export --list affiche les conversations avec leurs numéros.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/library/about.py" />
      <source>none</source>
      <translation>aucun</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{model} was not loaded, because {path} cannot be used as an adapter for it: {reason}.</source>
      <translation>{model} n’a pas été chargé, car {path} ne peut pas lui servir d’adaptateur : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{model} was not loaded, because {path} cannot be used as its draft model: {reason}.</source>
      <translation>{model} n’a pas été chargé, car {path} ne peut pas lui servir de modèle de brouillon : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/library/in_words.py" />
      <location filename="leeward/library/speed_text.py" />
      <source>{n:.1f} GB</source>
      <translation>{n:.1f} Go</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{n:.1f} MB</source>
      <translation>{n:.1f} Mo</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{name} did not arrive as announced: {reason}. Nothing of it is used.</source>
      <translation>{name} n’est pas arrivé comme annoncé : {reason}. Rien n’en est utilisé.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{n} minutes</source>
      <translation>{n} minutes</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be read{reason}. It was not attached.</source>
      <translation>{path} ne peut pas être lu{reason}. Il n’a pas été joint.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be restored: {reason}. Nothing was changed.</source>
      <translation>{path} ne peut pas être restauré : {reason}. Rien n’a été changé.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be used as a draft model: {reason}.</source>
      <translation>{path} ne peut pas servir de modèle de brouillon : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be used as an adapter: {reason}.</source>
      <translation>{path} ne peut pas servir d’adaptateur : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} has {size:,} KB, and at most {limit:,} KB can be attached.</source>
      <translation>{path} fait {size:,} Ko, et on peut joindre au plus {limit:,} Ko.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is being downloaded already.</source>
      <translation>{path} est déjà en cours de téléchargement.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is no persona that can be used: {reason}.</source>
      <translation>{path} n’est pas un persona utilisable : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not a model that can be loaded{reason}.</source>
      <translation>{path} n’est pas un modèle qui peut être chargé{reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not a text file. It was not attached.</source>
      <translation>{path} n’est pas un fichier texte. Il n’a pas été joint.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not deleted{reason}.</source>
      <translation>{path} n’est pas supprimé{reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not what a model pack should hold{reason}. Nothing of it was added to the models.</source>
      <translation>{path} n’est pas ce qu’un pack de modèles doit contenir{reason}. Rien n’en a été ajouté aux modèles.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} needs more memory than this computer has free.</source>
      <translation>{path} demande plus de mémoire que cet ordinateur n’en a de libre.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} needs more memory than this computer has free: it needs {needed_bytes}, and {available_bytes} are free.</source>
      <translation>{path} demande plus de mémoire que cet ordinateur n’en a de libre : il faut {needed_bytes}, et {available_bytes} sont libres.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} was not made: {reason}. The files it was to be made of are untouched.</source>
      <translation>{path} n’a pas été créé : {reason}. Les fichiers dont il devait être fait n’ont pas été touchés.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{wanted} was not found.</source>
      <translation>{wanted} est introuvable.</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>, sliding window of {n:,} tokens</source>
      <translation>, fenêtre glissante de {n:,} tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>, {n} heads of {head_dim_k} ({n_kv_heads} for keys and values)</source>
      <translation>, {n} têtes de {head_dim_k} ({n_kv_heads} pour les clés et valeurs)</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Adapter</source>
      <translation>Adaptateur</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Architecture</source>
      <translation>Architecture</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Context</source>
      <translation>Contexte</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Experts</source>
      <translation>Experts</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/extraction/table.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>File</source>
      <translation>Fichier</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>From</source>
      <translation>Provenance</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Holds</source>
      <translation>Contenu</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Last used</source>
      <translation>Dernière utilisation</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Layers</source>
      <translation>Couches</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Licence</source>
      <translation>Licence</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/library/speed_text.py" />
      <source>Memory</source>
      <translation>Mémoire</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>On disk</source>
      <translation>Sur le disque</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Parameters</source>
      <translation>Paramètres</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Path</source>
      <translation>Chemin</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>SHA-256</source>
      <translation>SHA-256</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Sees with</source>
      <translation>Voit avec</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Template</source>
      <translation>Template</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Tokenizer</source>
      <translation>Tokenizer</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>about {total} at {n:,} tokens, {kv_type} ({parts}, {rest} more)</source>
      <translation>environ {total} à {n:,} tokens, {kv_type} ({parts}, {rest} pour le reste)</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>never here</source>
      <translation>jamais ici</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>not Leeward</source>
      <translation>pas Leeward</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>not stated</source>
      <translation>non précisée</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>rank {ranks}, alpha {alpha:g}, changes {n} tensors of its model</source>
      <translation>rang {ranks}, alpha {alpha:g}, modifie {n} tenseurs de son modèle</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>unpacked here</source>
      <translation>décompressé ici</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>yes, {n:,} characters</source>
      <translation>oui, {n:,} caractères</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{kind}, {n:,} tokens</source>
      <translation>{kind}, {n:,} tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{low} to {high}</source>
      <translation>{low} à {high}</translation>
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
      <translation>{name}, {size} en {n} fichiers</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{n}, {n_embd} wide</source>
      <translation>{n}, larges de {n_embd}</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{n}, {n_experts_used} used per token</source>
      <translation>{n}, dont {n_experts_used} utilisés par token</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{weights} weights, {kv} keys and values</source>
      <translation>{weights} de poids, {kv} de clés et valeurs</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it changes nothing</source>
      <translation>il ne change rien</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it does not say that it is an adapter, as old converters did not</source>
      <translation>il ne dit pas être un adaptateur, comme le faisaient les anciens convertisseurs</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it is a whole model, which is loaded by itself</source>
      <translation>c’est un modèle entier, qui se charge seul</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it is to begin at certain words of the text (aLoRA), which Leeward does not do</source>
      <translation>il doit commencer à certains mots du texte (aLoRA), ce que Leeward ne fait pas</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>its name cannot be written as text</source>
      <translation>son nom ne peut pas s’écrire en texte</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>its strength (alpha) is not a number</source>
      <translation>son intensité (alpha) n’est pas un nombre</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>a file is missing</source>
      <translation>il manque un fichier</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>damaged</source>
      <translation>endommagé</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>folder not available</source>
      <translation>dossier non disponible</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>not read yet</source>
      <translation>pas encore lu</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>ready</source>
      <translation>prêt</translation>
    </message>
    <message>
      <location filename="leeward/library/fit.py" />
      <source>Keys and values are stored smaller (q8_0), because memory is short: long prompts are read slower.</source>
      <translation>Les clés et valeurs sont stockées en plus petit (q8_0), car la mémoire est juste : les longs prompts sont lus plus lentement.</translation>
    </message>
    <message>
      <location filename="leeward/library/fit.py" />
      <source>The context length is {n:,} tokens instead of {n_ctx:,}, because memory is short.</source>
      <translation>La longueur de contexte est de {n:,} tokens au lieu de {n_ctx:,}, car la mémoire est juste.</translation>
    </message>
    <message>
      <location filename="leeward/library/gguf_source.py" />
      <location filename="leeward/storage/text_file.py" />
      <source>it is not a file</source>
      <translation>ce n’est pas un fichier</translation>
    </message>
    <message>
      <location filename="leeward/library/gguf_source.py" />
      <source>the file became shorter while it was read</source>
      <translation>le fichier a raccourci pendant sa lecture</translation>
    </message>
    <message>
      <location filename="leeward/library/gguf_source.py" />
      <source>the file ends within its header: it is cut off or damaged</source>
      <translation>le fichier se termine dans son en-tête : il est tronqué ou endommagé</translation>
    </message>
    <message>
      <location filename="leeward/library/header.py" />
      <location filename="leeward/library/transfer.py" />
      <source>it is not a GGUF file</source>
      <translation>ce n’est pas un fichier GGUF</translation>
    </message>
    <message>
      <location filename="leeward/library/header.py" />
      <source>it was made for a big-endian machine</source>
      <translation>il a été fait pour une machine gros-boutiste (big-endian)</translation>
    </message>
    <message>
      <location filename="leeward/library/header.py" />
      <source>two tokens of its vocabulary are spelled alike</source>
      <translation>deux tokens de son vocabulaire s’écrivent pareil</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>MB</source>
      <translation>Mo</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>a word every {time}</source>
      <translation>un mot toutes les {time}</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>kB</source>
      <translation>ko</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>{n} B</source>
      <translation>{n} o</translation>
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
        <numerusform>{n} mot par seconde</numerusform>
        <numerusform>{n} mots par seconde</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>{size} of memory planned</source>
      <translation>{size} de mémoire prévus</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>{size} used</source>
      <translation>{size} utilisés</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>It cannot be loaded as a model: {reason}.</source>
      <translation>Il ne peut pas être chargé comme modèle : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>It does not name the token that ends an answer.</source>
      <translation>Il ne nomme pas le token qui termine une réponse.</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>It has no chat template, so it may be a base model that continues text instead of answering.</source>
      <translation>Il n’a pas de template de chat : c’est peut-être un modèle de base qui continue du texte au lieu de répondre.</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>Its architecture {architecture} is not among those that llama-cpp-python {version} knows; a newer engine may be needed.</source>
      <translation>Son architecture {architecture} n’est pas de celles que connaît llama-cpp-python {version} ; il faut peut-être un moteur plus récent.</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>Its chat template is empty, larger than {size}, or not text.</source>
      <translation>Son template de chat est vide, dépasse {size}, ou n’est pas du texte.</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it does not say of which architecture it is</source>
      <translation>il ne dit pas de quelle architecture il est</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it does not say which tokenizer it has</source>
      <translation>il ne dit pas quel tokenizer il a</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it has attention and does not say how many heads</source>
      <translation>il utilise l’attention et ne dit pas combien de têtes il a</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it has no list of tokens</source>
      <translation>il n’a pas de liste de tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it holds a vocabulary and no weights</source>
      <translation>il contient un vocabulaire et pas de poids</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it holds something else than a model</source>
      <translation>il contient autre chose qu’un modèle</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it is the part of a multimodal model that sees and hears (mmproj), which goes with another file</source>
      <translation>c’est la partie d’un modèle multimodal qui voit et entend (mmproj), qui va avec un autre fichier</translation>
    </message>
    <message>
      <location filename="leeward/library/offers.py" />
      <source>it has no GGUF files</source>
      <translation>il n’a pas de fichiers GGUF</translation>
    </message>
    <message>
      <location filename="leeward/library/offers.py" />
      <source>its SHA-256 is not known, so it could not be checked</source>
      <translation>son SHA-256 n’est pas connu, on ne pourrait donc pas le vérifier</translation>
    </message>
    <message>
      <location filename="leeward/library/offers.py" />
      <source>one of its files is empty</source>
      <translation>l’un de ses fichiers est vide</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it cannot be read; perhaps its drive was taken out</source>
      <translation>il ne peut pas être lu ; son lecteur a peut-être été retiré</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it is no list of a model pack that this version knows</source>
      <translation>ce n’est pas une liste de pack de modèles que cette version connaît</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it is too large</source>
      <translation>il est trop grand</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists a file of a name that is not allowed</source>
      <translation>il contient un fichier dont le nom n’est pas permis</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists a size or hash that is none</source>
      <translation>il indique une taille ou une empreinte qui n’en est pas une</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists models without files, or too many files</source>
      <translation>il contient des modèles sans fichiers, ou trop de fichiers</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists two files of the same name</source>
      <translation>il contient deux fichiers du même nom</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>its content is not what Leeward once downloaded</source>
      <translation>son contenu n’est pas ce que Leeward avait téléchargé</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>its content is not what was packed (SHA-256 differs)</source>
      <translation>son contenu n’est pas ce qui a été mis dans le pack (le SHA-256 diffère)</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>its name is too long for a pack</source>
      <translation>son nom est trop long pour un pack</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>the file is not there</source>
      <translation>le fichier n’est pas là</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>two of the models have files of the same name</source>
      <translation>deux des modèles ont des fichiers du même nom</translation>
    </message>
    <message>
      <location filename="leeward/library/persona_files.py" />
      <source>there is no adapter of that name in the model folders</source>
      <translation>il n’y a pas d’adaptateur de ce nom dans les dossiers de modèles</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>it is taken off the list, and its files stay</source>
      <translation>il est retiré de la liste, et ses fichiers restent</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>it lies in another folder that a link leads to</source>
      <translation>il se trouve dans un autre dossier auquel mène un lien</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>it was not downloaded or unpacked by Leeward</source>
      <translation>il n’a été ni téléchargé ni décompressé par Leeward</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>its files are deleted</source>
      <translation>ses fichiers sont supprimés</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>the link is removed, and the file it leads to stays</source>
      <translation>le lien est retiré, et le fichier auquel il mène reste</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>away: the drive or file is not there</source>
      <translation>absent : le lecteur ou le fichier n’est pas là</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>away: the drive or folder is not there</source>
      <translation>absent : le lecteur ou le dossier n’est pas là</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>away: the drive or folder is not there; {models} stay listed</source>
      <translation>absent : le lecteur ou le dossier n’est pas là ; {models} restent dans la liste</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>no models</source>
      <translation>aucun modèle</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>not found on this computer now</source>
      <translation>introuvable sur cet ordinateur pour l’instant</translation>
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
        <numerusform>{n} modèle</numerusform>
        <numerusform>{n} modèles</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>First word</source>
      <translation>Premier mot</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>First word of a chat that was kept on disk: {time}.</source>
      <translation>Premier mot d’une discussion gardée sur le disque : {time}.</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>First word, asked again</source>
      <translation>Premier mot, même question</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Leeward, engine {engine}, measured on {date} (UTC)</source>
      <translation>Leeward, moteur {engine}, mesuré le {date} (UTC)</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Length of the prompt, in tokens</source>
      <translation>Longueur du prompt, en tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Not measured: {lengths} tokens. That would have taken more than {n} seconds in all.</source>
      <translation>Non mesuré : {lengths} tokens. Cela aurait pris plus de {n} secondes en tout.</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Not measured: {lengths} tokens. With an answer that is more than the context of {n_ctx:,} has room for.</source>
      <translation>Non mesuré : {lengths} tokens. Avec une réponse, c’est plus que n’en contient le contexte de {n_ctx:,}.</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Reads a prompt, tokens/s</source>
      <translation>Lit un prompt, tokens/s</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Reads {prompt} times and writes {decode} times as fast as on {date}.</source>
      <translation>Lit {prompt} fois et écrit {decode} fois aussi vite que le {date}.</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Writes, tokens/s</source>
      <translation>Écrit, tokens/s</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Writing reaches {percent} % of what this machine's memory allows ({rate} a second, {limit} tokens/s).</source>
      <translation>L’écriture atteint {percent} % de ce que permet la mémoire de cet ordinateur ({rate} par seconde, {limit} tokens/s).</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Writing was faster than reading all of the model from memory ({rate} a second): the processor's caches hold a part of it, or something else kept the machine busy.</source>
      <translation>L’écriture a été plus rapide que la lecture de tout le modèle en mémoire ({rate} par seconde) : les caches du processeur en gardent une partie, ou autre chose occupait l’ordinateur.</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{cpu}, {n} cores, {memory} of memory, {system}</source>
      <translation>{cpu}, {n} cœurs, {memory} de mémoire, {system}</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{date}: {model} on {device}, {threads}, reads {prompt} and writes {decode} tokens/s at {n:,} tokens</source>
      <translation>{date} : {model} sur {device}, {threads}, lit {prompt} et écrit {decode} tokens/s à {n:,} tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{date}: {model}, too slow to be measured</source>
      <translation>{date} : {model}, trop lent pour être mesuré</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{model} on {device}, {threads}, loaded in {time}</source>
      <translation>{model} sur {device}, {threads}, chargé en {time}</translation>
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
        <numerusform>{n} thread</numerusform>
        <numerusform>{n} threads</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/library/template_echo.py" />
      <source>Asked for a hello, the model answers and ends by itself.</source>
      <translation>À un simple bonjour, le modèle répond et s’arrête de lui-même.</translation>
    </message>
    <message>
      <location filename="leeward/library/template_echo.py" />
      <source>Asked for a hello, the model goes on and on: it may not know how to end.</source>
      <translation>À un simple bonjour, le modèle continue sans fin : il ne sait peut-être pas s’arrêter.</translation>
    </message>
    <message>
      <location filename="leeward/library/template_echo.py" />
      <source>Asked for a hello, the model says nothing.</source>
      <translation>À un simple bonjour, le modèle ne dit rien.</translation>
    </message>
    <message>
      <location filename="leeward/library/transfer.py" />
      <source>a web page came instead of the file</source>
      <translation>une page web est arrivée à la place du fichier</translation>
    </message>
    <message>
      <location filename="leeward/library/transfer.py" />
      <source>it is longer than announced</source>
      <translation>il est plus long qu’annoncé</translation>
    </message>
    <message>
      <location filename="leeward/library/transfer.py" />
      <source>its SHA-256 is another one</source>
      <translation>son SHA-256 est différent</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>How fast it will be is not known: nothing like it was measured on this machine.</source>
      <translation>On ne sait pas quelle sera sa vitesse : rien de semblable n’a été mesuré sur cette machine.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It fits with up to {n:,} tokens of context: it needs {needs}, and {free}.</source>
      <translation>Il tient avec jusqu’à {n:,} tokens de contexte : il lui faut {needs}, et {free}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It fits: it needs {needs}, and {free}.</source>
      <translation>Il tient : il lui faut {needs}, et {free}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It is slow here. {sentence}</source>
      <translation>Il est lent ici. {sentence}</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It is too large for this machine: it needs {needs} and does not fit with less, and {free}.</source>
      <translation>Il est trop grand pour cette machine : il lui faut {needs}, il ne tient pas avec moins, et {free}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>To a prompt of {n:.0f} words, the first word comes in about {time}, then about {speed}.</source>
      <translation>Pour un prompt de {n:.0f} mots, le premier mot arrive en environ {time}, puis environ {speed}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>To a prompt of {n:.0f} words, the first word comes within about {time}, then at least {speed}.</source>
      <translation>Pour un prompt de {n:.0f} mots, le premier mot arrive en {time} environ au plus, puis au moins {speed}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>Weights take {weights_bytes}, keys and values {kv_bytes} ({kv_type}), computing and the rest {rest}.</source>
      <translation>Les poids prennent {weights_bytes}, les clés et valeurs {kv_bytes} ({kv_type}), le calcul et le reste {rest}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>fits</source>
      <translation>tient en mémoire</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>fits with less context</source>
      <translation>tient avec moins de contexte</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>slow</source>
      <translation>lent</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>too large</source>
      <translation>trop grand</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>{size} are free now</source>
      <translation>{size} sont libres en ce moment</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>{size} is free now</source>
      <translation>{size} est libre en ce moment</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>{size} of free memory at {n:,} tokens of context</source>
      <translation>{size} de mémoire libre à {n:,} tokens de contexte</translation>
    </message>
    <message>
      <location filename="leeward/library/web.py" />
      <source>the connection was closed early</source>
      <translation>la connexion a été fermée trop tôt</translation>
    </message>
    <message>
      <location filename="leeward/storage/atomic.py" />
      <source>its drive allows no file of that size</source>
      <translation>son lecteur n’accepte pas de fichier de cette taille</translation>
    </message>
    <message>
      <location filename="leeward/storage/atomic.py" />
      <source>its folder cannot be written</source>
      <translation>impossible d’écrire dans son dossier</translation>
    </message>
    <message>
      <location filename="leeward/storage/atomic.py" />
      <source>the disk is full</source>
      <translation>le disque est plein</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>it is no backup of Leeward</source>
      <translation>ce n’est pas une sauvegarde de Leeward</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>it is no ordinary file</source>
      <translation>ce n’est pas un fichier ordinaire</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>its list has a size or hash that is none</source>
      <translation>sa liste a une taille ou une empreinte qui n’en est pas une</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>its list names other files than a backup has</source>
      <translation>sa liste nomme d’autres fichiers que ceux d’une sauvegarde</translation>
    </message>
    <message>
      <location filename="leeward/storage/personas.py" />
      <source>it cannot be read</source>
      <translation>il ne peut pas être lu</translation>
    </message>
    <message>
      <location filename="leeward/storage/personas.py" />
      <source>it is nested too deeply</source>
      <translation>il est imbriqué trop profondément</translation>
    </message>
    <message>
      <location filename="leeward/storage/personas.py" />
      <source>the file is too large</source>
      <translation>le fichier est trop grand</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>a file in it is too large</source>
      <translation>un fichier qu’il contient est trop grand</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it holds too many files</source>
      <translation>il contient trop de fichiers</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it is damaged</source>
      <translation>il est endommagé</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it is no zip file, or its end is missing</source>
      <translation>ce n’est pas un fichier zip, ou il en manque la fin</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it uses a method of compression that is not known</source>
      <translation>il utilise une méthode de compression inconnue</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>its end is damaged</source>
      <translation>sa fin est endommagée</translation>
    </message>
    <message>
      <location filename="leeward/ui/banner.py" />
      <source>&amp;Undo</source>
      <translation>&amp;Annuler</translation>
    </message>
    <message>
      <location filename="leeward/ui/banner.py" />
      <source>Close this message</source>
      <translation>Fermer ce message</translation>
    </message>
    <message>
      <location filename="leeward/ui/banner.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>(empty)</source>
      <translation>(vide)</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/chat/actions.py" />
      <source>All branches of this chat</source>
      <translation>Toutes les branches de cette discussion</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>Branches</source>
      <translation>Branches</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/speed/dialog.py" />
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>Show this branch</source>
      <translation>Afficher cette branche</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>System</source>
      <translation>Système</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>The model is answering. When it has ended, another branch can be shown.</source>
      <translation>Le modèle est en train de répondre. Quand il aura fini, une autre branche pourra être affichée.</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>There is one branch so far. Editing a message or answering again makes another one.</source>
      <translation>Il n’y a qu’une branche pour l’instant. Modifier un message ou régénérer une réponse en crée une autre.</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>Tool</source>
      <translation>Outil</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>What is shown now stands in bold letters.</source>
      <translation>Ce qui est affiché maintenant est en gras.</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>You</source>
      <translation>Vous</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>{branch}, shown now</source>
      <translation>{branch}, affichée maintenant</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/branches_dialog.py" />
      <source>{n} messages</source>
      <extracomment>For one: {n} message</extracomment>
      <translation>
        <numerusform>{n} message</numerusform>
        <numerusform>{n} messages</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Answer again</source>
      <translation>Répondre à nouveau</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Continue</source>
      <translation>Continuer</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Copy message</source>
      <translation>Copier le message</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Delete from here</source>
      <translation>Supprimer à partir d’ici</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Edit message</source>
      <translation>Modifier le message</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>How it was made</source>
      <translation>Comment elle a été faite</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Insert a message of the model after it</source>
      <translation>Insérer ensuite un message du modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Insert a message of yours after it</source>
      <translation>Insérer ensuite un message de vous</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>New chat from here</source>
      <translation>Nouvelle discussion à partir d’ici</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Next version</source>
      <translation>Version suivante</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Previous version</source>
      <translation>Version précédente</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <location filename="leeward/ui/context_meter.py" />
      <source>Attached files</source>
      <translation>Fichiers joints</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <source>Attached: {file}, {facts}</source>
      <translation>Fichier joint : {file}, {facts}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <source>Take off {file}</source>
      <translation>Retirer {file}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <source>{n:,.1f} KB</source>
      <translation>{n:,.1f} Ko</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <source>{n:,} bytes</source>
      <extracomment>For one: {n:,} byte</extracomment>
      <translation>
        <numerusform>{n:,} octet</numerusform>
        <numerusform>{n:,} octets</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Heading {level}</source>
      <translation>Titre de niveau {level}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>List item</source>
      <translation>Élément de liste</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Paragraph</source>
      <translation>Paragraphe</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Quote</source>
      <translation>Citation</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Table, {rows} rows, {columns} columns</source>
      <translation>Tableau, {rows} lignes, {columns} colonnes</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Code</source>
      <translation>Code</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Code, {language}</source>
      <translation>Code, {language}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Copy code</source>
      <translation>Copier le code</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Copy {language} code</source>
      <translation>Copier le code {language}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Do not wrap long lines</source>
      <translation>Ne pas couper les longues lignes</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Hide what is in it</source>
      <translation>Masquer le contenu</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Save code as a file</source>
      <translation>Enregistrer le code dans un fichier</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Save {language} code as a file</source>
      <translation>Enregistrer le code {language} dans un fichier</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Show what is in it</source>
      <translation>Afficher le contenu</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Wrap long lines</source>
      <translation>Couper les longues lignes</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>text</source>
      <translation>texte</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <location filename="leeward/ui/compose.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Attach text files</source>
      <translation>Joindre des fichiers texte</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Esc stops the answer</source>
      <translation>Esc arrête la réponse</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Message {name}…</source>
      <translation>Message à {name}…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <source>Save</source>
      <translation>Enregistrer</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Send</source>
      <translation>Envoyer</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Send after this answer</source>
      <translation>Envoyer après cette réponse</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Write a message…</source>
      <translation>Écrivez un message…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{keys} · / for prompts</source>
      <translation>{keys} · / pour les prompts</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{keys} · Esc cancels</source>
      <translation>{keys} · Esc annule</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{key} saves · {line_key} starts a new line</source>
      <translation>{key} enregistre · {line_key} passe à la ligne</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{key} sends it after this answer · Esc stops the answer</source>
      <translation>{key} l’envoie après cette réponse · Esc arrête la réponse</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{key} sends · {line_key} starts a new line</source>
      <translation>{key} envoie · {line_key} passe à la ligne</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <location filename="leeward/ui/link_dialog.py" />
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/small_dialogs.py" />
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Cancel. {text}</source>
      <translation>Annuler. {text}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Do not send this waiting message</source>
      <translation>Ne pas envoyer ce message en attente</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Edit this waiting message</source>
      <translation>Modifier ce message en attente</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Next: {text}</source>
      <translation>Prochain : {text}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Sent after this answer</source>
      <translation>Envoyé après cette réponse</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Then: {text}</source>
      <translation>Ensuite : {text}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>and {n} more</source>
      <translation>et {n} de plus</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>Jump to the newest message</source>
      <translation>Aller au message le plus récent</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>New text</source>
      <translation>Nouveau texte</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>{name} said</source>
      <translation>{name} a dit</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>{text}, hidden</source>
      <translation>{text}, masqué</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>{text}, shown</source>
      <translation>{text}, affiché</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/field.py" />
      <source>Message</source>
      <translation>Message</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <source>Close the search</source>
      <translation>Fermer la recherche</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Find in this chat</source>
      <translation>Rechercher dans cette discussion</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Next match</source>
      <translation>Résultat suivant</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <source>No match</source>
      <translation>Aucun résultat</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Previous match</source>
      <translation>Résultat précédent</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <source>{current:,} of {n:,}</source>
      <translation>{current:,} sur {n:,}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>Continue this answer</source>
      <translation>Continuer cette réponse</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>Continue this answer where it was cut</source>
      <translation>Continuer cette réponse là où elle a été coupée</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>More actions</source>
      <translation>Autres actions</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>Version {number} of {n}</source>
      <translation>Version {number} sur {n}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/inline.py" />
      <source>[image: {name}]</source>
      <translation>[image : {name}]</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Edited</source>
      <translation>Modifié</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>Interrupted</source>
      <translation>Interrompu</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>Length limit reached</source>
      <translation>Limite de longueur atteinte</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Stopped</source>
      <translation>Arrêté</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>read {new:,} new of {n:,}</source>
      <translation>{new:,} nouveaux tokens lus sur {n:,}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>{share} % reused</source>
      <translation>{share} % réutilisés</translation>
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
      <translation>{time:.2f} s jusqu’au premier token</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/memory_line.py" />
      <source>The model's memory begins here</source>
      <translation>La mémoire du modèle commence ici</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/memory_line.py" />
      <source>What stands above had left the model's memory when it answered last: there was no more room. It stays in the chat.</source>
      <translation>Ce qui est au-dessus avait quitté la mémoire du modèle lors de sa dernière réponse : il n’y avait plus de place. Cela reste dans la discussion.</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/pool.py" />
      <source>System prompt set</source>
      <translation>Prompt système défini</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/pool.py" />
      <source>You said</source>
      <translation>Vous avez dit</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/prompt_menu.py" />
      <source>Edit prompts…</source>
      <translation>Modifier les prompts…</translation>
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
      <translation>Ajouter « {word} » au dictionnaire</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/spelling.py" />
      <source>Ignore “{word}”</source>
      <translation>Ignorer « {word} »</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy selection</source>
      <translation>Copier la sélection</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy selection as Markdown</source>
      <translation>Copier la sélection en Markdown</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy selection as plain text</source>
      <translation>Copier la sélection en texte brut</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy the link's address</source>
      <translation>Copier l’adresse du lien</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Select all</source>
      <translation>Tout sélectionner</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thinking…</source>
      <translation>Réflexion…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thinking… {words}</source>
      <translation>Réflexion… {words}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thought for a moment</source>
      <translation>A réfléchi un instant</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thought for {words}</source>
      <translation>A réfléchi {words}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thoughts</source>
      <translation>Réflexion</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>{minutes} min {seconds} s</source>
      <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/view.py" />
      <source>Conversation</source>
      <translation>Conversation</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/view.py" />
      <source>Waiting for the model…</source>
      <translation>En attente du modèle…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_actions.py" />
      <source>Actions of this message</source>
      <translation>Actions de ce message</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_actions.py" />
      <source>The message and what followed it were deleted</source>
      <translation>Le message et ce qui le suivait ont été supprimés</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>Assistant</source>
      <translation>Assistant</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>It is kept. Ask again, or write on.</source>
      <translation>Elle est conservée. Reposez-la, ou continuez d’écrire.</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>The model is answering.</source>
      <translation>Le modèle est en train de répondre.</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>This question has no answer yet.</source>
      <translation>Cette question n’a pas encore de réponse.</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>Wait for the end, or stop it with Esc.</source>
      <translation>Attendez la fin, ou arrêtez-la avec Esc.</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_reading.py" />
      <source>All files (*)</source>
      <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_reading.py" />
      <source>Save code</source>
      <translation>Enregistrer le code</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <source>Actions and chats</source>
      <translation>Actions et discussions</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>All actions</source>
      <translation>Toutes les actions</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <source>What do you want to do, or which chat?</source>
      <translation>Que voulez-vous faire, ou quelle discussion ouvrir ?</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <source>What to do, or which chat</source>
      <translation>Que faire, ou quelle discussion</translation>
    </message>
    <message>
      <location filename="leeward/ui/compose.py" />
      <source>{name} was taken off</source>
      <translation>{name} a été retiré</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>An answer is left room for {room:,} tokens; the context has {size:,}.</source>
      <translation>Il reste de la place pour une réponse de {room:,} tokens ; le contexte en compte {size:,}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>Context: {used:,} of {size:,} tokens, {percent} % full</source>
      <translation>Contexte : {used:,} tokens sur {size:,}, rempli à {percent} %</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>Free</source>
      <translation>Libre</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>Some of it is a guess until the model has counted it.</source>
      <translation>Une partie est estimée tant que le modèle ne l’a pas comptée.</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>System prompt</source>
      <translation>Prompt système</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>The chat so far</source>
      <translation>La discussion jusqu’ici</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>What fills the context</source>
      <translation>Ce qui remplit le contexte</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>What the model reads next</source>
      <translation>Ce que le modèle lira ensuite</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>What you are writing</source>
      <translation>Ce que vous écrivez</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>{part}: {n:,} tokens</source>
      <translation>{part} : {n:,} tokens</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_list.py" />
      <source>Folder {name}, {n:,} chats, closed</source>
      <extracomment>For one: Folder {name}, {n:,} chat, closed</extracomment>
      <translation>
        <numerusform>Dossier {name}, {n:,} discussion, fermé</numerusform>
        <numerusform>Dossier {name}, {n:,} discussions, fermé</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_list.py" />
      <source>Folder {name}, {n:,} chats, open</source>
      <extracomment>For one: Folder {name}, {n:,} chat, open</extracomment>
      <translation>
        <numerusform>Dossier {name}, {n:,} discussion, ouvert</numerusform>
        <numerusform>Dossier {name}, {n:,} discussions, ouvert</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_list.py" />
      <location filename="leeward/ui/conversation_rows.py" />
      <source>temporary</source>
      <translation>temporaire</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Archive</source>
      <comment>verb</comment>
      <translation>Archiver</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/kept_row.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Delete</source>
      <translation>Supprimer</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete all {n:,} chats in the bin for good? They cannot be brought back.</source>
      <translation>Supprimer définitivement les {n:,} discussions de la corbeille ? Elles ne pourront pas être récupérées.</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete for good…</source>
      <translation>Supprimer définitivement…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete the folder</source>
      <translation>Supprimer le dossier</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete “{title}” for good? It cannot be brought back.</source>
      <translation>Supprimer définitivement « {title} » ? Elle ne pourra pas être récupérée.</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Export…</source>
      <translation>Exporter…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Move to</source>
      <translation>Déplacer vers</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/sidebar.py" />
      <source>New folder…</source>
      <translation>Nouveau dossier…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>No folder</source>
      <translation>Aucun dossier</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/link_dialog.py" />
      <source>Open</source>
      <translation>Ouvrir</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Pin to the top</source>
      <translation>Épingler en haut</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Rename</source>
      <translation>Renommer</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/transfer.py" />
      <source>Restore</source>
      <translation>Restaurer</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Tags</source>
      <translation>Étiquettes</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Tags…</source>
      <translation>Étiquettes…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Take off the top</source>
      <translation>Désépingler</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Take out of the archive</source>
      <translation>Sortir des archives</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Archive</source>
      <translation>Archives</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Bin</source>
      <translation>Corbeille</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Chats</source>
      <translation>Discussions</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Folder</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Folders</source>
      <translation>Dossiers</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Messages in the newest {n} chats</source>
      <translation>Messages dans les {n} discussions les plus récentes</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Messages in {n} chats</source>
      <extracomment>For one: Messages in {n} chat</extracomment>
      <translation>
        <numerusform>Messages dans {n} discussion</numerusform>
        <numerusform>Messages dans {n} discussions</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Nothing found</source>
      <translation>Aucun résultat</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Nothing is in the archive</source>
      <translation>Les archives sont vides</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Older</source>
      <translation>Plus anciennes</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Pinned</source>
      <translation>Épinglées</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Previous 7 days</source>
      <translation>7 derniers jours</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Searching the messages…</source>
      <translation>Recherche dans les messages…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <location filename="leeward/ui/header.py" />
      <source>Temporary</source>
      <translation>Temporaire</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>The bin is empty</source>
      <translation>La corbeille est vide</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Today</source>
      <translation>Aujourd’hui</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Untitled chat</source>
      <translation>Discussion sans titre</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Yesterday</source>
      <translation>Hier</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>archive</source>
      <translation>archives</translation>
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
      <translation>disparaît dans l’heure</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n:,} chats</source>
      <extracomment>For one: {n:,} chat</extracomment>
      <translation>
        <numerusform>{n:,} discussion</numerusform>
        <numerusform>{n:,} discussions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n:,} chats, kept for {days} days</source>
      <extracomment>For one: {n:,} chat, kept for {days} days</extracomment>
      <translation>
        <numerusform>{n:,} discussion, conservée {days} jours</numerusform>
        <numerusform>{n:,} discussions, conservées {days} jours</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n:,} titles</source>
      <extracomment>For one: {n:,} title</extracomment>
      <translation>
        <numerusform>{n:,} titre</numerusform>
        <numerusform>{n:,} titres</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n} days left</source>
      <extracomment>For one: {n} day left</extracomment>
      <translation>
        <numerusform>encore {n} jour</numerusform>
        <numerusform>encore {n} jours</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n} of {all:,} titles</source>
      <translation>{n} titres sur {all:,}</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_view.py" />
      <source>Conversations</source>
      <translation>Conversations</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Go on</source>
      <translation>Continuer</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>Something in Leeward went wrong. Your chats and what you typed are saved.</source>
      <translation>Un problème est survenu dans Leeward. Vos discussions et ce que vous avez écrit sont enregistrés.</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>Something went wrong</source>
      <translation>Un problème est survenu</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>You can go on. The fault is {kind} at {place}; a report could not be written.</source>
      <translation>Vous pouvez continuer. L’erreur est {kind}, à {place} ; aucun rapport n’a pu être écrit.</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>You can go on; if something looks odd, start Leeward again. The report {name} says where it happened. It holds nothing of your chats.</source>
      <translation>Vous pouvez continuer ; si quelque chose semble bizarre, redémarrez Leeward. Le rapport {name} indique où cela s’est produit. Il ne contient rien de vos discussions.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>A temporary chat: it is never written to the disk, and it is gone when Leeward ends.</source>
      <translation>Une discussion temporaire : elle n’est jamais écrite sur le disque et disparaît quand Leeward se ferme.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Any GGUF file works. You can also drag one onto this window.</source>
      <translation>N’importe quel fichier GGUF convient. Vous pouvez aussi en faire glisser un sur cette fenêtre.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Chat with {name}</source>
      <translation>Discuter avec {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Choose a model to begin</source>
      <translation>Choisissez un modèle pour commencer</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Example: {title}</source>
      <translation>Exemple : {title}</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Explain how a boat sails against the wind</source>
      <translation>Expliquer comment un bateau remonte le vent</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Explain how a sailing boat can sail against the wind.</source>
      <translation>Explique comment un voilier peut avancer contre le vent.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <location filename="leeward/ui/model_picker.py" />
      <source>Get models…</source>
      <translation>Obtenir des modèles…</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Getting {name} ready</source>
      <translation>Préparation de {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>It runs on this computer. Nothing you write leaves it.</source>
      <translation>Il fonctionne sur cet ordinateur. Rien de ce que vous écrivez n’en sort.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <location filename="leeward/ui/model_picker.py" />
      <source>Open a GGUF file…</source>
      <translation>Ouvrir un fichier GGUF…</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write a Python function that tells whether a word is a palindrome, with an example.</source>
      <translation>Écris une fonction Python qui dit si un mot est un palindrome, avec un exemple.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write a short, friendly e-mail that asks my landlord to repair the heating.</source>
      <translation>Écris un e-mail court et aimable demandant à mon propriétaire de réparer le chauffage.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write a small Python program</source>
      <translation>Écrire un petit programme Python</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write an e-mail to my landlord</source>
      <translation>Écrire un e-mail à mon propriétaire</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>You can already write your message.</source>
      <translation>Vous pouvez déjà écrire votre message.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Back</source>
      <translation>Retour</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Forgets what was done before.</source>
      <translation>Oublie ce qui a été fait auparavant.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>How far the table is</source>
      <translation>Avancement du tableau</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Looking at the texts…</source>
      <translation>Examen des textes…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>No model is loaded. Load one before you start.</source>
      <translation>Aucun modèle n’est chargé. Chargez-en un avant de commencer.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/extraction/words.py" />
      <source>No model is loaded. Load one, then start again.</source>
      <translation>Aucun modèle n’est chargé. Chargez-en un, puis recommencez.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>No program here opens it. The table is {path}.</source>
      <translation>Aucun programme ici ne l’ouvre. Le tableau est {path}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Open the table</source>
      <translation>Ouvrir le tableau</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Read all anew</source>
      <translation>Tout relire</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Replace it</source>
      <translation>Le remplacer</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Start</source>
      <translation>Démarrer</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Stopping…</source>
      <translation>Arrêt…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Texts into a table</source>
      <translation>Textes en tableau</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>This window can be closed: the table goes on. Chats are answered in between, and first.</source>
      <translation>Cette fenêtre peut être fermée : le tableau continue. Les discussions reçoivent leurs réponses entre-temps, et en priorité.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>{model} reads every text, as the persona “{persona}”. What is too long for it is read in parts, a row each.</source>
      <translation>{model} lit chaque texte, avec le persona « {persona} ». Ce qui est trop long pour lui est lu par parties, une ligne chacune.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>All files</source>
      <translation>Tous les fichiers</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>As CSV, for spreadsheets</source>
      <translation>En CSV, pour les tableurs</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>As JSON Lines, for programs</source>
      <translation>En JSON Lines, pour les programmes</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose a folder, or drop it here</source>
      <translation>Choisissez un dossier, ou déposez-le ici</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose the folder with the texts</source>
      <translation>Choisir le dossier contenant les textes</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose the folder with the texts first.</source>
      <translation>Choisissez d’abord le dossier contenant les textes.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose where the table goes</source>
      <translation>Choisir où enregistrer le tableau</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose…</source>
      <translation>Choisir…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Example</source>
      <translation>Exemple</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Folder with the texts</source>
      <translation>Dossier contenant les textes</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <source>JSON schema</source>
      <translation>Schéma JSON</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>JSON schemas</source>
      <translation>Schémas JSON</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Mend the JSON schema first, or take the example.</source>
      <translation>Corrigez d’abord le schéma JSON, ou prenez l’exemple.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Open a JSON schema</source>
      <translation>Ouvrir un schéma JSON</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Open a file with a JSON schema</source>
      <translation>Ouvrir un fichier contenant un schéma JSON</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Open a file…</source>
      <translation>Ouvrir un fichier…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Put in the example of a schema</source>
      <translation>Insérer l’exemple de schéma</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Say where the table goes.</source>
      <translation>Indiquez où enregistrer le tableau.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Table</source>
      <translation>Tableau</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Texts</source>
      <translation>Textes</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>The name of the table must end in {csv} or {jsonl}.</source>
      <translation>Le nom du tableau doit se terminer par {csv} ou {jsonl}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <location filename="leeward/ui/extraction/table.py" />
      <source>The table</source>
      <translation>Le tableau</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>What the table is made of</source>
      <translation>Ce dont le tableau est fait</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>What to take out of each, as a JSON schema</source>
      <translation>Ce qu’il faut extraire de chacun, sous forme de schéma JSON</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Where the table goes</source>
      <translation>Où enregistrer le tableau</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>{name} cannot be used: {reason}. Choose another file.</source>
      <translation>{name} ne peut pas être utilisé : {reason}. Choisissez un autre fichier.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/opening.py" />
      <source>“Turn texts into a table” of the actions (Ctrl+K) shows it.</source>
      <translation>« Transformer des textes en tableau », dans les actions (Ctrl+K), l’affiche.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/table.py" />
      <source>As before</source>
      <translation>Comme avant</translation>
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
      <translation>Terminé</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/table.py" />
      <location filename="leeward/ui/models_page/about_panel.py" />
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Problem</source>
      <translation>Problème</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/table.py" />
      <source>Status</source>
      <translation>État</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>All {n} are done already. Write {name} again from what is known?</source>
      <translation>Les {n} sont déjà traités. Réécrire {name} à partir de ce qui est connu ?</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Choose a row with a problem to read why; Back and Start try these once more.</source>
      <translation>Choisissez une ligne à problème pour en lire la raison ; Retour puis Démarrer réessaient ces lignes.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Columns: {names}.</source>
      <translation>Colonnes : {names}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Done: {rows} in {name}.</source>
      <translation>Terminé : {rows} dans {name}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Leeward made a mistake, and wrote it into its log. Start again.</source>
      <translation>Leeward a commis une erreur, et l’a notée dans son journal. Recommencez.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Not right yet: {reason}.</source>
      <translation>Pas encore correct : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Stopped.</source>
      <translation>Arrêté.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>The same table is being made by another Leeward. Wait until it is done, or choose another name.</source>
      <translation>Le même tableau est en cours de création par un autre Leeward. Attendez qu’il soit terminé, ou choisissez un autre nom.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>The table cannot be written there. Choose a place where you may write.</source>
      <translation>Le tableau ne peut pas être écrit à cet endroit. Choisissez un endroit où vous pouvez écrire.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There are no files in it. Choose a folder with texts.</source>
      <translation>Il ne contient aucun fichier. Choisissez un dossier contenant des textes.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There are no files to read. Choose a folder with texts.</source>
      <translation>Il n’y a aucun fichier à lire. Choisissez un dossier contenant des textes.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There is no folder {name} for the table. Choose another place.</source>
      <translation>Il n’y a pas de dossier {name} pour le tableau. Choisissez un autre endroit.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There is no such folder. Choose one that is there.</source>
      <translation>Ce dossier n’existe pas. Choisissez-en un qui existe.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>This schema can be used. It names no properties, so the table has one column, value.</source>
      <translation>Ce schéma peut être utilisé. Il ne nomme aucune propriété, le tableau a donc une seule colonne, value.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>What is done is kept: Back and Start go on there.</source>
      <translation>Ce qui est fait est conservé : Retour puis Démarrer reprennent à cet endroit.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>about {duration}</source>
      <translation>environ {duration}</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>reads {name}</source>
      <translation>lit {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>waits for the answer in the chat</source>
      <translation>attend la réponse dans la discussion</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} files, those in folders inside included.</source>
      <extracomment>For one: {n:,} file, those in folders inside included.</extracomment>
      <translation>
        <numerusform>{n:,} fichier, sous-dossiers compris.</numerusform>
        <numerusform>{n:,} fichiers, sous-dossiers compris.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} of {all} are done already. Go on with the rest? {name} is written anew, with all of them.</source>
      <extracomment>For one: {n:,} of {all} is done already. Go on with the rest? {name} is written anew, with all of them.</extracomment>
      <translation>
        <numerusform>{n:,} sur {all} est déjà traité. Continuer avec le reste ? {name} est réécrit, avec tous.</numerusform>
        <numerusform>{n:,} sur {all} sont déjà traités. Continuer avec le reste ? {name} est réécrit, avec tous.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} of {all} are in {name}.</source>
      <extracomment>For one: {n:,} of {all} is in {name}.</extracomment>
      <translation>
        <numerusform>{n:,} sur {all} est dans {name}.</numerusform>
        <numerusform>{n:,} sur {all} sont dans {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} rows</source>
      <extracomment>For one: {n:,} row</extracomment>
      <translation>
        <numerusform>{n:,} ligne</numerusform>
        <numerusform>{n:,} lignes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} with problems</source>
      <extracomment>For one: {n:,} with a problem</extracomment>
      <translation>
        <numerusform>{n:,} avec un problème</numerusform>
        <numerusform>{n:,} avec des problèmes</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>{name} is there already. Replace it by the new table?</source>
      <translation>{name} existe déjà. Le remplacer par le nouveau tableau ?</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n} of {all}</source>
      <translation>{n} sur {all}</translation>
    </message>
    <message>
      <location filename="leeward/ui/follow_up_bar.py" />
      <source>Puts this question into the message field</source>
      <translation>Met cette question dans le champ du message</translation>
    </message>
    <message>
      <location filename="leeward/ui/follow_up_bar.py" />
      <source>What you could ask next</source>
      <translation>Ce que vous pourriez demander ensuite</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>An answer needs some {room:,} more. The oldest messages can leave the model's memory: they stay in the chat, and a line shows where its memory begins.</source>
      <translation>Une réponse demande encore environ {room:,} tokens. Les messages les plus anciens peuvent quitter la mémoire du modèle : ils restent dans la discussion, et une ligne montre où commence sa mémoire.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>An answer needs some {room:,} more. The oldest messages can leave the model's memory: they stay in the chat, and a line shows where its memory begins. Or it goes on from a summary, which it writes into the chat.</source>
      <translation>Une réponse demande encore environ {room:,} tokens. Les messages les plus anciens peuvent quitter la mémoire du modèle : ils restent dans la discussion, et une ligne montre où commence sa mémoire. Ou bien il continue à partir d’un résumé, qu’il écrit dans la discussion.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Do not send</source>
      <translation>Ne pas envoyer</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Forget the oldest</source>
      <translation>Oublier les plus anciens</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>In every chat</source>
      <translation>Dans toutes les discussions</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Let the oldest messages leave in every chat, without asking</source>
      <translation>Laisser sortir les messages les plus anciens dans toutes les discussions, sans demander</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Send anyway</source>
      <translation>Envoyer quand même</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Shorten it, take files off, or set a larger context length. Nothing was sent.</source>
      <translation>Raccourcissez-le, retirez des fichiers, ou réglez une longueur de contexte plus grande. Rien n’a été envoyé.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Shorten the message, or send it as it is.</source>
      <translation>Raccourcissez le message, ou envoyez-le tel quel.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Summarise it</source>
      <translation>La résumer</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>The summary is a message of the chat that you can read and edit</source>
      <translation>Le résumé est un message de la discussion que vous pouvez lire et modifier</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>This does not fit: the chat would take {n} of the model's {size:,} tokens.</source>
      <translation>Cela ne tient pas : la discussion prendrait {n} tokens sur les {size:,} du modèle.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>This leaves {n} tokens for the answer, which will be cut.</source>
      <translation>Il reste {n} tokens pour la réponse, qui sera coupée.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>This message alone has {n} tokens; the model takes {size:,}.</source>
      <translation>Ce message compte à lui seul {n} tokens ; le modèle en accepte {size:,}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>about {n:,}</source>
      <translation>environ {n:,}</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Answers as {name}</source>
      <translation>Répond en tant que {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Asleep</source>
      <translation>En veille</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Cancel loading</source>
      <translation>Annuler le chargement</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Its memory is free. It is loaded again when you write.</source>
      <translation>Sa mémoire est libérée. Il est rechargé quand vous écrivez.</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Loading the model</source>
      <translation>Chargement du modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Loading {percent} %</source>
      <translation>Chargement {percent} %</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Nothing of this chat is written to the disk. It is gone when Leeward ends.</source>
      <translation>Rien de cette discussion n’est écrit sur le disque. Elle disparaît quand Leeward se ferme.</translation>
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
      <translation>Personas : {name} répond</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/sidebar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Settings</source>
      <translation>Réglages</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Show or hide the sidebar</source>
      <translation>Afficher ou masquer la barre latérale</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/sidebar.py" />
      <source>Temporary chat: nothing of it is kept</source>
      <translation>Discussion temporaire : rien n’en est conservé</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/tuning_row.py" />
      <source>Trying what is fastest here…</source>
      <translation>Essai de ce qui est le plus rapide ici…</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>What the model sees</source>
      <translation>Ce que voit le modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>a change early in a chat may have to be read from the start</source>
      <translation>une modification au début d’une discussion peut obliger à tout relire</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>loaded in {seconds:.1f} s</source>
      <translation>chargé en {seconds:.1f} s</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>loading</source>
      <translation>chargement</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>with {adapter} ({scale:g})</source>
      <translation>avec {adapter} ({scale:g})</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:,} tokens of context</source>
      <translation>{n:,} tokens de contexte</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_action.py" />
      <source>Forget what was read ({size} on disk)</source>
      <translation>Oublier ce qui a été lu ({size} sur le disque)</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_action.py" />
      <source>Nothing that was read is kept on disk</source>
      <translation>Rien de ce qui a été lu n’est sur le disque</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_action.py" />
      <source>The chat stays. The model reads it again when it is asked something in it.</source>
      <translation>La discussion reste. Le modèle la relit quand une question y est posée.</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Delete what was read</source>
      <translation>Supprimer ce qui a été lu</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Kept now</source>
      <translation>Conservé actuellement</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Most of “{title}”: {size}.</source>
      <translation>Le plus pour « {title} » : {size}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Nothing is kept.</source>
      <translation>Rien n'est conservé.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/kept_row.py" />
      <source>Of {n:,} chats: {size}.</source>
      <extracomment>For one: Of {n:,} chat: {size}.</extracomment>
      <translation>
        <numerusform>De {n:,} discussion : {size}.</numerusform>
        <numerusform>De {n:,} discussions : {size}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Without it chats are read again when they are opened.</source>
      <translation>Sans cela, les discussions sont relues à leur ouverture.</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>In its own letters the name is {name}: look whether it is the one you expect.</source>
      <translation>Dans son écriture d’origine, le nom est {name} : vérifiez que c’est bien celui que vous attendez.</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>Open this link?</source>
      <translation>Ouvrir ce lien ?</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>This opens in another program:</source>
      <translation>Il s’ouvre dans un autre programme :</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>Drop text files here to attach them</source>
      <translation>Déposez des fichiers texte ici pour les joindre</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>Drop the model here to load it</source>
      <translation>Déposez le modèle ici pour le charger</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>GGUF models (*.gguf);;All files (*)</source>
      <translation>Modèles GGUF (*.gguf);;Tous les fichiers (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>Open a model</source>
      <translation>Ouvrir un modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>The chat was deleted</source>
      <translation>La discussion a été supprimée</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>“{title}” was deleted</source>
      <translation>« {title} » a été supprimée</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>About {name}: {warnings}</source>
      <translation>À propos de {name} : {warnings}</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. A newer file of this model may bring a better one.</source>
      <translation>Les réponses peuvent être étranges. Un fichier plus récent de ce modèle peut en apporter un meilleur.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. The Models page offers the built-in template {name} instead, when it is chosen there.</source>
      <translation>Les réponses peuvent être étranges. La page Modèles propose à la place le template intégré {name}, quand le modèle y est choisi.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. The Models page says all that was found, when it is chosen there.</source>
      <translation>Les réponses peuvent être étranges. La page Modèles dit tout ce qui a été trouvé, quand le modèle y est choisi.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. “What the model sees” above shows the exact prompt.</source>
      <translation>Les réponses peuvent être étranges. « Ce que voit le modèle », en haut, montre le prompt exact.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>It may still be working. After {seconds:.0f} seconds it is started again by itself. Your text is safe.</source>
      <translation>Il travaille peut-être encore. Après {seconds:.0f} secondes, il redémarre tout seul. Votre texte est en sécurité.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Loading {name} was cancelled</source>
      <translation>Le chargement de {name} a été annulé</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>More can be had by closing other programs or with a smaller model.</source>
      <translation>Il est possible d’en avoir plus en fermant d’autres programmes ou avec un modèle plus petit.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Starting the engine again</source>
      <translation>Redémarrage du moteur</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>The chat template of {name} is not used: {reason}.</source>
      <translation>Le template de chat de {name} n’est pas utilisé : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>The chat template of {name}: {finding}</source>
      <translation>Le template de chat de {name} : {finding}</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>The engine has not answered for {seconds:.0f} seconds.</source>
      <translation>Le moteur n’a pas répondu depuis {seconds:.0f} secondes.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <location filename="leeward/ui/speed/model_menu.py" />
      <source>Model: {name}</source>
      <translation>Modèle : {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <source>Starter model</source>
      <translation>Modèle pour débuter</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <source>Used before</source>
      <translation>Déjà utilisés</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <source>{name} (file is gone: remove from the list)</source>
      <translation>{name} (fichier disparu : retirer de la liste)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Delete the file…</source>
      <translation>Supprimer le fichier…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>It is in use. Load another model to take it away.</source>
      <translation>Il est en cours d’utilisation. Chargez un autre modèle pour pouvoir le retirer.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Reading the file…</source>
      <translation>Lecture du fichier…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Remove the link…</source>
      <translation>Retirer le lien…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Special tokens</source>
      <translation>Tokens spéciaux</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Take off the list…</source>
      <translation>Retirer de la liste…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Weights</source>
      <translation>Poids</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>What it is</source>
      <translation>Description</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>{n} tensors</source>
      <extracomment>For one: {n} tensor</extracomment>
      <translation>
        <numerusform>{n} tenseur</numerusform>
        <numerusform>{n} tenseurs</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>{type}: {size}, {percent:.1f} %, {tensors}</source>
      <translation>{type} : {size}, {percent:.1f} %, {tensors}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>1 is as strong as it was trained.</source>
      <translation>1 correspond à l’intensité de son entraînement.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>Add an adapter…</source>
      <translation>Ajouter un adaptateur…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>LoRA adapters (*.gguf);;All files (*)</source>
      <translation>Adaptateurs LoRA (*.gguf);;Tous les fichiers (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>Strength of {name}</source>
      <translation>Intensité de {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>Take {name} off this model</source>
      <translation>Retirer {name} de ce modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>{label}: add a LoRA adapter</source>
      <translation>{label} : ajouter un adaptateur LoRA</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>About this model</source>
      <translation>À propos de ce modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Choose a model to see what it needs and what files there are.</source>
      <translation>Choisissez un modèle pour voir ce qu’il lui faut et quels fichiers existent.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Download {size}</source>
      <translation>Télécharger {size}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Files</source>
      <translation>Fichiers</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Files of this model</source>
      <translation>Fichiers de ce modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>In the list of downloads below</source>
      <translation>Dans la liste des téléchargements ci-dessous</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Load it again with these settings</source>
      <translation>Le recharger avec ces réglages</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Reading what files it has…</source>
      <translation>Lecture de la liste de ses fichiers…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Show its page in the browser</source>
      <translation>Afficher sa page dans le navigateur</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>There is no GGUF model in this repository.</source>
      <translation>Il n’y a pas de modèle GGUF dans ce dépôt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Use now</source>
      <translation>Utiliser maintenant</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>terms to accept on its page</source>
      <translation>conditions à accepter sur sa page</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Cancel {name}</source>
      <translation>Annuler {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Download of {name}</source>
      <translation>Téléchargement de {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Go on with {name}</source>
      <translation>Reprendre {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Pause {name}</source>
      <translation>Mettre {name} en pause</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Paused</source>
      <translation>En pause</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Take {name} off this list</source>
      <translation>Retirer {name} de cette liste</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Try {name} again</source>
      <translation>Réessayer {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Use {name} now</source>
      <translation>Utiliser {name} maintenant</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Verified and ready · {size}</source>
      <translation>Vérifié et prêt · {size}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Waiting for its turn</source>
      <translation>Attend son tour</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>waiting for the server</source>
      <translation>en attente du serveur</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>{percent:.0f} % · {done} of {size}</source>
      <translation>{percent:.0f} % · {done} sur {size}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>{size} a second · about {duration} left</source>
      <translation>{size} par seconde · encore {duration} environ</translation>
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
        <numerusform>Téléchargement {percent} %</numerusform>
        <numerusform>Téléchargement de {n} modèles : {percent} %</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <source>Downloads</source>
      <translation>Téléchargements</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <source>about {duration} left</source>
      <translation>encore {duration} environ</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <source>{size} a second</source>
      <translation>{size} par seconde</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>Choose a draft model…</source>
      <translation>Choisir un modèle de brouillon…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>Models (*.gguf);;All files (*)</source>
      <translation>Modèles (*.gguf);;Tous les fichiers (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>Use no draft model</source>
      <translation>N’utiliser aucun modèle de brouillon</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>{label}: choose a small model</source>
      <translation>{label} : choisir un petit modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Context length</source>
      <translation>Longueur de contexte</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Full</source>
      <translation>Entière</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Half</source>
      <translation>Moitié</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Keys and values</source>
      <translation>Clés et valeurs</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Keys and values in f16</source>
      <translation>Clés et valeurs en f16</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Keys and values in q4_0: a quarter of the memory, and answers may be worse</source>
      <translation>Clés et valeurs en q4_0 : un quart de la mémoire, et les réponses peuvent être moins bonnes</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Keys and values in q8_0: half the memory, prompts are read more slowly</source>
      <translation>Clés et valeurs en q8_0 : la moitié de la mémoire, les prompts sont lus plus lentement</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Let Leeward choose</source>
      <translation>Laisser Leeward choisir</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Measure this machine ({seconds:.0f} s)</source>
      <translation>Mesurer cette machine ({seconds:.0f} s)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Measuring… Cancel</source>
      <translation>Mesure… Annuler</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Quarter</source>
      <translation>Quart</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Reading what the file says of itself: a few MB, not the model.</source>
      <translation>Lecture de ce que le fichier dit de lui-même : quelques Mo, pas le modèle.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>What this file needs is not known.</source>
      <translation>On ne sait pas ce qu’il faut à ce fichier.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/here.py" />
      <source>{name}: {what}.</source>
      <translation>{name} : {what}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Choose a folder…</source>
      <translation>Choisir un dossier…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Choose at least one model, and the folder for the pack.</source>
      <translation>Choisissez au moins un modèle, et le dossier du pack.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Copying, and comparing every hash. Nothing is added before all of them are right.</source>
      <translation>Copie et comparaison de toutes les empreintes. Rien n’est ajouté avant que toutes soient correctes.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Copying, and counting the hashes…</source>
      <translation>Copie et calcul des empreintes…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Folder for the model pack</source>
      <translation>Dossier du pack de modèles</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Make a model pack</source>
      <translation>Créer un pack de modèles</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Make the pack</source>
      <translation>Créer le pack</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/models_page/page.py" />
      <location filename="leeward/ui/sidebar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Needs {needed}; {free} is free in {folder}.</source>
      <translation>Il faut {needed} ; {free} sont libres dans {folder}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Needs {needed}; {free} is free there.</source>
      <translation>Il faut {needed} ; {free} y sont libres.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>No folder chosen yet</source>
      <translation>Aucun dossier choisi</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/models_page/sources.py" />
      <source>Open a model pack</source>
      <translation>Ouvrir un pack de modèles</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Reading what is in it…</source>
      <translation>Lecture de son contenu…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Stopped: nothing was added. What was copied is kept, and the next try goes on behind it.</source>
      <translation>Arrêté : rien n’a été ajouté. Ce qui a été copié est conservé, et l’essai suivant reprend à cet endroit.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>That is not enough, unless part of it is there already.</source>
      <translation>Ce n’est pas assez, sauf si une partie est déjà là.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>The models are copied with their hashes. The folder can be on a USB stick.</source>
      <translation>Les modèles sont copiés avec leurs empreintes. Le dossier peut être sur une clé USB.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>The pack is ready: {n} models with hashes in {folder}.</source>
      <extracomment>For one: The pack is ready: {n} model with hashes in {folder}.</extracomment>
      <translation>
        <numerusform>Le pack est prêt : {n} modèle avec ses empreintes dans {folder}.</numerusform>
        <numerusform>Le pack est prêt : {n} modèles avec leurs empreintes dans {folder}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>This pack is empty.</source>
      <translation>Ce pack est vide.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Verify and add</source>
      <translation>Vérifier et ajouter</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Which models are to be in it?</source>
      <translation>Quels modèles doivent en faire partie ?</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>{n} models are here now. Every hash was right.</source>
      <extracomment>For one: {n} model is here now. Every hash was right.</extracomment>
      <translation>
        <numerusform>{n} modèle est maintenant ici. Toutes les empreintes étaient correctes.</numerusform>
        <numerusform>{n} modèles sont maintenant ici. Toutes les empreintes étaient correctes.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Back to the chat</source>
      <translation>Retour à la discussion</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Back to the list</source>
      <translation>Retour à la liste</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Nothing was found for “{query}”.</source>
      <translation>Rien n’a été trouvé pour « {query} ».</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Searching…</source>
      <translation>Recherche…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Where models come from, and model packs</source>
      <translation>Provenance des modèles, et packs de modèles</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>what you named</source>
      <translation>ce que vous avez nommé</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Delete {name}? This cannot be undone.</source>
      <translation>Supprimer {name} ? Cette action est irréversible.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Delete {name}? {n} files, {size}, cannot be brought back.</source>
      <extracomment>For one: Delete {name}? The file, {size}, cannot be brought back.</extracomment>
      <translation>
        <numerusform>Supprimer {name} ? Le fichier, {size}, ne pourra pas être récupéré.</numerusform>
        <numerusform>Supprimer {name} ? {n} fichiers, {size}, ne pourront pas être récupérés.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Remove the link to {name}? The file it leads to stays.</source>
      <translation>Retirer le lien vers {name} ? Le fichier auquel il mène reste.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Take {name} off the list? Its files stay.</source>
      <translation>Retirer {name} de la liste ? Ses fichiers restent.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>{deed}?</source>
      <translation>{deed} ?</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>No model yet. Search for one above, or drop a GGUF file on this window.</source>
      <translation>Pas encore de modèle. Cherchez-en un ci-dessus, ou déposez un fichier GGUF sur cette fenêtre.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>On this computer</source>
      <translation>Sur cet ordinateur</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>Recommended</source>
      <translation>Recommandé</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>Suggested</source>
      <translation>Suggérés</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>cannot be fetched: {problem}</source>
      <translation>ne peut pas être récupéré : {problem}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>changed {date}</source>
      <translation>modifié le {date}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>drive is not there</source>
      <translation>le lecteur n’est pas là</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>file is gone</source>
      <translation>le fichier a disparu</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>languages: {names}</source>
      <translation>langues : {names}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>licence not stated</source>
      <translation>licence non précisée</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>licence: {name}</source>
      <translation>licence : {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>terms to accept</source>
      <translation>conditions à accepter</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>with its projector for pictures</source>
      <translation>avec son projecteur pour les images</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:,} downloads a month</source>
      <translation>{n:,} téléchargements par mois</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:,} likes</source>
      <extracomment>For one: {n} like</extracomment>
      <translation>
        <numerusform>{n} j’aime</numerusform>
        <numerusform>{n:,} j’aime</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:.0f}k</source>
      <translation>{n:.0f} k</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:.1f}M</source>
      <translation>{n:.1f} M</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n} parts</source>
      <extracomment>For one: {n} part</extracomment>
      <translation>
        <numerusform>{n} partie</numerusform>
        <numerusform>{n} parties</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Most downloaded</source>
      <translation>Les plus téléchargés</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Most liked</source>
      <translation>Les plus aimés</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Newest</source>
      <translation>Les plus récents</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Order of results: {order}</source>
      <translation>Ordre des résultats : {order}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <location filename="leeward/ui/sidebar.py" />
      <source>Search</source>
      <translation>Rechercher</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Search models, or paste an address or repo id</source>
      <translation>Recherchez des modèles, ou collez une adresse ou l’identifiant d’un dépôt</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Automatic</source>
      <translation>Automatique</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <source>Automatic (off)</source>
      <translation>Automatique (désactivé)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <source>Automatic (on)</source>
      <translation>Automatique (activé)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <source>Automatic ({value:g})</source>
      <translation>Automatique ({value:g})</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <location filename="leeward/ui/personas/samplers_panel.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Off</source>
      <translation>Désactivé</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>On</source>
      <translation>Activé</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Adapters</source>
      <translation>Adaptateurs</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Batch</source>
      <translation>Lot</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Chat template</source>
      <translation>Template de chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Draft model</source>
      <translation>Modèle de brouillon</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Experts on the processor</source>
      <translation>Experts sur le processeur</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Factor</source>
      <translation>Facteur</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Flash attention</source>
      <translation>Flash attention</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Fold the settings</source>
      <translation>Replier les réglages</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>GPU layers</source>
      <translation>Couches sur le GPU</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>How it is loaded</source>
      <translation>Chargement</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>How words are drawn</source>
      <translation>Tirage des mots</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It costs no memory.</source>
      <translation>Cela ne coûte pas de mémoire.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It stays on: keys and values that are stored smaller need it.</source>
      <translation>Reste activé : les clés et valeurs stockées en plus petit en ont besoin.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It takes {size} less than Leeward's choice.</source>
      <translation>Cela prend {size} de moins que le choix de Leeward.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It takes {size} more than Leeward's choice.</source>
      <translation>Cela prend {size} de plus que le choix de Leeward.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Leeward chooses everything for this machine.</source>
      <translation>Leeward choisit tout pour cette machine.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Let Leeward choose everything</source>
      <translation>Laisser Leeward tout choisir</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Linear</source>
      <translation>Linéaire</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Lock in memory</source>
      <translation>Verrouiller en mémoire</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Map the file</source>
      <translation>Mapper le fichier</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Micro-batch</source>
      <translation>Micro-lot</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>More context than it was trained for</source>
      <translation>Plus de contexte que lors de son entraînement</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>None</source>
      <comment>of stretched positions</comment>
      <translation>Aucune</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Set by you: {names}.</source>
      <translation>Réglé par vous : {names}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Set it up</source>
      <translation>Régler</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Settings of this model</source>
      <translation>Réglages de ce modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Stretched positions</source>
      <translation>Positions étirées</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>The makers suggest {value:g}.</source>
      <translation>Ses auteurs suggèrent {value:g}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Threads</source>
      <translation>Threads</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>A folder with models and their hashes, for a USB stick. Nothing of it goes over a network.</source>
      <translation>Un dossier de modèles avec leurs empreintes, pour une clé USB. Rien n’en passe par un réseau.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a file…</source>
      <translation>Ajouter un fichier…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a folder of models</source>
      <translation>Ajouter un dossier de modèles</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a folder…</source>
      <translation>Ajouter un dossier…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a model file</source>
      <translation>Ajouter un fichier de modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>FOLDERS AND FILES</source>
      <translation>DOSSIERS ET FICHIERS</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Listed from now on, and left where it lies: {name}</source>
      <translation>Dans la liste désormais, et laissé à sa place : {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Looking what is there…</source>
      <translation>Recherche de ce qui existe…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>MODEL PACKS</source>
      <translation>PACKS DE MODÈLES</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Make a model pack…</source>
      <translation>Créer un pack de modèles…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Models are used where they lie, also on other drives.</source>
      <translation>Les modèles sont utilisés là où ils se trouvent, y compris sur d’autres lecteurs.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Not found here: {names}.</source>
      <translation>Introuvables ici : {names}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>OTHER PROGRAMS</source>
      <translation>AUTRES PROGRAMMES</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Open a model pack…</source>
      <translation>Ouvrir un pack de modèles…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Take {name} off the list</source>
      <translation>Retirer {name} de la liste</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Taken off the list. Its files stay.</source>
      <translation>Retiré de la liste. Ses fichiers restent.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Ticked ones are listed and used where they lie. Leeward never changes, moves or deletes them.</source>
      <translation>Les programmes cochés sont listés et leurs modèles utilisés sur place. Leeward ne les modifie, ne les déplace et ne les supprime jamais.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Where models come from</source>
      <translation>Provenance des modèles</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>a single file</source>
      <translation>un seul fichier</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>downloads go here</source>
      <translation>les téléchargements vont ici</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_field.py" />
      <source>The chat template of the file</source>
      <translation>Le template de chat du fichier</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>A text of your own is used instead of the file's own, from the next load on.</source>
      <translation>Un texte à vous remplace celui du fichier, dès le prochain chargement.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Another model is being checked… Cancel</source>
      <translation>Un autre modèle est en cours de vérification… Annuler</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Back to the file's own template</source>
      <translation>Revenir au template du fichier</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Check the template</source>
      <translation>Vérifier le template</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Checking… Cancel</source>
      <translation>Vérification… Annuler</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Choose a built-in template</source>
      <translation>Choisir un template intégré</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Hide the template</source>
      <translation>Masquer le template</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>It is longer: only the first {n:,} characters are shown.</source>
      <translation>Il est plus long : seuls les {n:,} premiers caractères sont affichés.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Nothing was checked.</source>
      <translation>Rien n’a été vérifié.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>OK</source>
      <translation>OK</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Show the template</source>
      <translation>Afficher le template</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The built-in template {name} is used instead of the file's own, from the next load on.</source>
      <translation>Le template intégré {name} remplace celui du fichier, dès le prochain chargement.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The file has none.</source>
      <translation>Le fichier n’en a pas.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The file's own is used.</source>
      <translation>Celui du fichier est utilisé.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The model was not asked anything yet.</source>
      <translation>Rien n’a encore été demandé au modèle.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The template does not suit this model.</source>
      <translation>Le template ne convient pas à ce modèle.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The template is in order.</source>
      <translation>Le template est en ordre.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The template works, with reservations.</source>
      <translation>Le template fonctionne, avec des réserves.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Use a built-in template instead</source>
      <translation>Utiliser un template intégré à la place</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Use the built-in template {name} instead</source>
      <translation>Utiliser le template intégré {name} à la place</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Warning</source>
      <translation>Avertissement</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/this_machine.py" />
      <source>Nothing was measured.</source>
      <translation>Rien n’a été mesuré.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/this_machine.py" />
      <source>Open a model first: the machine is measured with one.</source>
      <translation>Ouvrez d’abord un modèle : la machine se mesure avec un modèle.</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Choose it again when the answer is there.</source>
      <translation>Choisissez-la à nouveau quand la réponse est là.</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Delete for good</source>
      <translation>Supprimer définitivement</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Keep</source>
      <translation>Conserver</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Make the folder</source>
      <translation>Créer le dossier</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Name of the new folder</source>
      <translation>Nom du nouveau dossier</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Search again.</source>
      <translation>Cherchez à nouveau.</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Tags of this chat</source>
      <translation>Étiquettes de cette discussion</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>The chat is in the archive</source>
      <translation>La discussion est dans les archives</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>The folder “{name}” was deleted</source>
      <translation>Le dossier « {name} » a été supprimé</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/organising.py" />
      <source>The folder “{name}” was deleted; its {n:,} chats stayed</source>
      <extracomment>For one: The folder “{name}” was deleted; its {n:,} chat stayed</extracomment>
      <translation>
        <numerusform>Le dossier « {name} » a été supprimé ; sa discussion est restée</numerusform>
        <numerusform>Le dossier « {name} » a été supprimé ; ses {n:,} discussions sont restées</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>What was found is not in this chat any more.</source>
      <translation>Ce qui a été trouvé n’est plus dans cette discussion.</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>What was found is on another branch of this chat.</source>
      <translation>Ce qui a été trouvé est sur une autre branche de cette discussion.</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Words separated by spaces. Type #word into the search to find the chat again.</source>
      <translation>Des mots séparés par des espaces. Tapez #mot dans la recherche pour retrouver la discussion.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>A persona is instructions, and how the model answers, under one name. New chats begin with its instructions.</source>
      <translation>Un persona réunit sous un nom des instructions et la façon dont le modèle répond. Les nouvelles discussions commencent par ses instructions.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Adapters {names}</source>
      <translation>Adaptateurs {names}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Answers as JSON</source>
      <translation>Répond en JSON</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Answers by a grammar</source>
      <translation>Répond selon une grammaire</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>At most {n:,} tokens</source>
      <translation>Au plus {n:,} tokens</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Deleted: {name}</source>
      <translation>Supprimé : {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Edit…</source>
      <translation>Modifier…</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Export the persona</source>
      <translation>Exporter le persona</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Import a persona</source>
      <translation>Importer un persona</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Import…</source>
      <translation>Importer…</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>In use</source>
      <translation>En cours</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Kept: {name}</source>
      <translation>Enregistré : {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Model {name}</source>
      <translation>Modèle {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>New persona</source>
      <translation>Nouveau persona</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>New…</source>
      <translation>Nouveau…</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>None: the model and the settings decide</source>
      <translation>Aucun : le modèle et les réglages décident</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Personas (*.toml);;All files (*)</source>
      <translation>Personas (*.toml);;Tous les fichiers (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>The model and the settings decide again.</source>
      <translation>Le modèle et les réglages décident à nouveau.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>There is a persona of that name already. Delete it first, or give the other one another name.</source>
      <translation>Il existe déjà un persona de ce nom. Supprimez-le d’abord, ou donnez un autre nom à l’autre.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Use</source>
      <translation>Utiliser</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>What it says</source>
      <translation>Ce qu’il dit</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Written: {name}</source>
      <translation>Écrit : {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>in use</source>
      <translation>en cours</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>yours</source>
      <translation>à vous</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>{name} answers from now on.</source>
      <translation>{name} répond désormais.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>An answer ends before the first of them. One a line; \n is a line end.</source>
      <translation>Une réponse s’arrête avant le premier d’entre eux. Un par ligne ; \n est une fin de ligne.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Any</source>
      <translation>N’importe lequel</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>As the list of models calls it. Empty: whichever is loaded.</source>
      <translation>Comme il s’appelle dans la liste des modèles. Vide : celui qui est chargé.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>By which it is chosen.</source>
      <translation>Sous lequel on le choisit.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Every new chat begins with them.</source>
      <translation>Chaque nouvelle discussion commence par elles.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Fold how words are drawn</source>
      <translation>Replier le tirage des mots</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Form of the answer</source>
      <translation>Forme de la réponse</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Form of the answer: Free</source>
      <translation>Forme de la réponse : Libre</translation>
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
      <translation>Grammaire (GBNF)</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>In a sentence, for the list.</source>
      <translation>En une phrase, pour la liste.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Instructions</source>
      <translation>Instructions</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>JSON schema or grammar</source>
      <translation>Schéma JSON ou grammaire</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>LoRA adapters by file name, from the model folders. One a line; behind a colon how strong.</source>
      <translation>Adaptateurs LoRA par nom de fichier, dans les dossiers de modèles. Un par ligne ; l’intensité après un deux-points.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Longest answer</source>
      <translation>Longueur maximale</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Not kept: {reason}.</source>
      <translation>Pas enregistré : {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Persona</source>
      <translation>Persona</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Persona: {name}</source>
      <translation>Persona : {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Set how words are drawn</source>
      <translation>Régler le tirage des mots</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Some models can think before they answer.</source>
      <translation>Certains modèles peuvent réfléchir avant de répondre.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Stop an answer after this many tokens.</source>
      <translation>Arrêter une réponse après ce nombre de tokens.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Stop texts</source>
      <translation>Textes d’arrêt</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>There is a persona of that name already. Choose another name.</source>
      <translation>Il existe déjà un persona de ce nom. Choisissez un autre nom.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Think first</source>
      <translation>Réfléchir d’abord</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>What an answer must look like.</source>
      <translation>À quoi une réponse doit ressembler.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>What an answer must look like. Free is anything.</source>
      <translation>À quoi une réponse doit ressembler. Libre : n’importe quoi.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>What it is for</source>
      <translation>À quoi il sert</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Whether a model that can think before it answers does so.</source>
      <translation>Si un modèle capable de réfléchir avant de répondre le fait.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>behind the colon of an adapter stands a number</source>
      <translation>un nombre suit le deux-points d’un adaptateur</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/opening.py" />
      <source>Ask once more, or change the schema or the length of answers in the persona.</source>
      <translation>Posez la question encore une fois, ou changez le schéma ou la longueur des réponses dans le persona.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/opening.py" />
      <source>The answer does not fit the JSON schema of {name}: {problems}.</source>
      <translation>La réponse ne respecte pas le schéma JSON de {name} : {problems}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/samplers_panel.py" />
      <source>None</source>
      <comment>nothing set</comment>
      <translation>Aucun</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Before the text the tokenizer puts {text}.</source>
      <translation>Avant le texte, le tokenizer place {text}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Copied</source>
      <translation>Copié</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>Copy</source>
      <translation>Copier</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Messages and their tokens</source>
      <translation>Messages et leurs tokens</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Nothing was asked yet. Type a question, then look here what the model will be shown.</source>
      <translation>Rien n’a encore été demandé. Tapez une question, puis voyez ici ce que le modèle recevra.</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>The prompt is being made. While the model answers, it comes after the answer.</source>
      <translation>Le prompt est en préparation. Quand le modèle répond, il arrive après la réponse.</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>The prompt, exactly as the model sees it</source>
      <translation>Le prompt, exactement tel que le modèle le voit</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>cannot be told</source>
      <translation>indéterminé</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>{n:,} tokens in all.</source>
      <extracomment>For one: {n:,} token in all.</extracomment>
      <translation>
        <numerusform>{n:,} token au total.</numerusform>
        <numerusform>{n:,} tokens au total.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Bring back the ready ones</source>
      <translation>Rétablir les prompts fournis</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Name of the prompt</source>
      <translation>Nom du prompt</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>New</source>
      <translation>Nouveau</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Text of the prompt</source>
      <translation>Texte du prompt</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Type / at the beginning of a message to use one of these.</source>
      <translation>Tapez / au début d’un message pour en utiliser un.</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Undo delete</source>
      <translation>Annuler la suppression</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Undo: bring back {name}</source>
      <translation>Annuler : rétablir {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>What is put into the message. A word in braces, like {language}, is filled in.</source>
      <translation>Ce qui est inséré dans le message. Un mot entre accolades, comme {language}, est rempli.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>How this answer was made</source>
      <translation>Comment cette réponse a été faite</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>Run again with its seed</source>
      <translation>Relancer avec la même graine</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>Where no seed was set, rounding may lead to other words.</source>
      <translation>Si aucune graine n'était fixée, les arrondis peuvent mener à d'autres mots.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Answer</source>
      <translation>Réponse</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Continued</source>
      <translation>Poursuivie</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Ended</source>
      <translation>Fin</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Engine</source>
      <translation>Moteur</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Guessed</source>
      <translation>Devinés</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Load {model} first: it made this answer.</source>
      <translation>Chargez d’abord {model} : c’est lui qui a fait cette réponse.</translation>
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
      <translation>Vitesse</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was asked for in another form: another persona answers now.</source>
      <translation>Cette réponse avait été demandée sous une autre forme : un autre persona répond maintenant.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was made from a part of the chat.</source>
      <translation>Cette réponse a été faite à partir d’une partie de la discussion.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was made in several parts.</source>
      <translation>Cette réponse a été faite en plusieurs parties.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was made with other adapters than the model is loaded with now.</source>
      <translation>Cette réponse a été faite avec d’autres adaptateurs que ceux du modèle chargé maintenant.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Time</source>
      <translation>Durée</translation>
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
      <translation>Ce avec quoi cette réponse a été faite n’a pas été conservé.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>You wrote a part of this version. Run the version before it again.</source>
      <translation>Vous avez écrit une partie de cette version. Relancez la version précédente.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>by itself</source>
      <translation>d’elle-même</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>by you; what the model wrote is the version before</source>
      <translation>par vous ; ce que le modèle a écrit est la version précédente</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>interrupted</source>
      <translation>interrompue</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>once</source>
      <translation>une fois</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>stopped by you</source>
      <translation>arrêtée par vous</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>the limit of tokens, or the end of the context</source>
      <translation>à la limite de tokens, ou à la fin du contexte</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{first_token_s:.2f} s to the first token, {prompt_s:.2f} s of it reading</source>
      <translation>{first_token_s:.2f} s jusqu’au premier token, dont {prompt_s:.2f} s de lecture</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{first}, {decode_s:.2f} s writing</source>
      <translation>{first}, {decode_s:.2f} s d’écriture</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{n:,} tokens, {accepted:,} of them right</source>
      <translation>{n:,} tokens, dont {accepted:,} justes</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{n} times</source>
      <translation>{n} fois</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{prompt_tokens:,} tokens: {reused_tokens:,} reused, {n:,} read</source>
      <translation>{prompt_tokens:,} tokens : {reused_tokens:,} réutilisés, {n:,} lus</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{times}; speed and settings are those of the last part</source>
      <translation>{times} ; la vitesse et les réglages sont ceux de la dernière partie</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>A model that is new here tries for some seconds how it computes fastest, when nothing is asked of it.</source>
      <translation>Un modèle nouveau ici essaie pendant quelques secondes comment il calcule le plus vite, quand rien ne lui est demandé.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Access token</source>
      <translation>Jeton d’accès</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After 15 minutes</source>
      <translation>Après 15 minutes</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After 30 minutes</source>
      <translation>Après 30 minutes</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After 5 minutes</source>
      <translation>Après 5 minutes</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After an hour</source>
      <translation>Après une heure</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Answers</source>
      <translation>Réponses</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>As the system</source>
      <translation>Comme le système</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Ask</source>
      <translation>Demander</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Ask before a message that does not fit is sent, or let the model forget the oldest messages.</source>
      <translation>Demander avant d’envoyer un message qui ne tient pas, ou laisser le modèle oublier les messages les plus anciens.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Automatic has models above a billion parameters make one; small ones are bad at it.</source>
      <translation>Automatique : les modèles de plus d’un milliard de paramètres en créent un ; les petits y réussissent mal.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Balanced</source>
      <translation>Équilibré</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Balanced takes half the cores on battery and does nothing unasked then. Quiet always takes half, and other programs go first.</source>
      <translation>« Équilibré » prend la moitié des cœurs sur batterie et ne fait alors rien sans qu’on le demande. « Silencieux » en prend toujours la moitié, et les autres programmes passent avant.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Behind an answer the model proposes what could be asked next. Small models are bad at it.</source>
      <translation>Après une réponse, le modèle propose ce qui pourrait être demandé ensuite. Les petits modèles y réussissent mal.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Check spelling</source>
      <translation>Vérifier l’orthographe</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Comfortable</source>
      <translation>Confortable</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Compact</source>
      <translation>Compacte</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Contrast</source>
      <translation>Contraste</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Dark</source>
      <translation>Sombre</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Density</source>
      <translation>Densité</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Enter with anything else starts a new line.</source>
      <translation>Entrée avec autre chose passe à la ligne.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Every model</source>
      <translation>Tous les modèles</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Every new chat begins with it. Leave it empty for the model's own manner.</source>
      <translation>Chaque nouvelle discussion commence par lui. Laissez vide pour la manière propre au modèle.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Find the fastest settings</source>
      <translation>Trouver les réglages les plus rapides</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>First words</source>
      <translation>Premiers mots</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>For example: Answer in short, plain sentences.</source>
      <translation>Par exemple : Réponds par des phrases courtes et simples.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>For models whose terms you have accepted. The keyring of the system keeps it.</source>
      <translation>Pour les modèles dont vous avez accepté les conditions. Le trousseau du système le conserve.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Forget</source>
      <translation>Oublier</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Free the model's memory</source>
      <translation>Libérer la mémoire du modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Full power</source>
      <translation>Pleine puissance</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>How much room the window leaves between things.</source>
      <translation>L’espace que la fenêtre laisse entre les éléments.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Language</source>
      <translation>Langue</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Leeward connects only when you search or download.</source>
      <translation>Leeward ne se connecte que lorsque vous cherchez ou téléchargez.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Light</source>
      <translation>Clair</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Look</source>
      <translation>Apparence</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Network</source>
      <translation>Réseau</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Never</source>
      <translation>Jamais</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>No token is kept.</source>
      <translation>Aucun jeton n’est conservé.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Of everything in the window, in points.</source>
      <translation>De tout ce qui est dans la fenêtre, en points.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Of the window. Another one is spoken from the next start on.</source>
      <translation>De la fenêtre. Un changement prend effet au prochain démarrage.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Power mode</source>
      <translation>Mode d’énergie</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Quiet</source>
      <translation>Silencieux</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Read while I write</source>
      <translation>Lire pendant que j'écris</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Reload model</source>
      <translation>Recharger le modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Reset to defaults</source>
      <translation>Rétablir les valeurs par défaut</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Send with</source>
      <translation>Envoyer avec</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Suggest questions</source>
      <translation>Suggérer des questions</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>System</source>
      <comment>as the desktop is</comment>
      <translation>Système</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>System follows the desktop: light, dark and high contrast.</source>
      <translation>Système suit le bureau : clair, sombre et contraste élevé.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Text size</source>
      <translation>Taille du texte</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>The model reads a question while it is typed, so that the answer begins sooner. It takes some energy, and rests while a seed is set.</source>
      <translation>Le modèle lit la question pendant la saisie, pour que la réponse commence plus tôt. Cela consomme un peu d'énergie et s'arrête tant qu'une graine est fixée.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>The token is kept.</source>
      <translation>Le jeton est conservé.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Theme</source>
      <translation>Thème</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Theme: {choice}</source>
      <translation>Thème : {choice}</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>These take effect when a model is loaded.</source>
      <translation>Ces réglages prennent effet au chargement d’un modèle.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>This computer</source>
      <translation>Cet ordinateur</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>This is no access token: it is one word without spaces.</source>
      <translation>Ce n’est pas un jeton d’accès : il s’agit d’un seul mot, sans espaces.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Titles of new chats</source>
      <translation>Titres des nouvelles discussions</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Underlines words that the dictionaries of the system do not know. On Debian: hunspell-en-us, libenchant-2-2.</source>
      <translation>Souligne les mots inconnus des dictionnaires du système. Sous Debian : hunspell-fr, libenchant-2-2.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>When a chat gets too long</source>
      <translation>Quand une discussion devient trop longue</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>When nothing was asked of it for so long. It comes back by itself when you write.</source>
      <translation>Quand rien ne lui a été demandé pendant ce temps. Il revient de lui-même quand vous écrivez.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Writing</source>
      <translation>Écriture</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>A file to trust instead of the usual ones (PEM).</source>
      <translation>Un fichier auquel se fier au lieu des habituels (PEM).</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Above 1 makes recent words less likely, which breaks loops. 1 is off.</source>
      <translation>Au-dessus de 1, les mots récents deviennent moins probables, ce qui rompt les boucles. 1 désactive.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>After so many seconds without a sign of life it is started again.</source>
      <translation>Après tant de secondes sans signe de vie, il est redémarré.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Certificates</source>
      <translation>Certificats</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Choose among the likeliest words that together have this probability. 1 is off.</source>
      <translation>Choisir parmi les mots les plus probables qui réunissent cette probabilité. 1 désactive.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Choose among this many of the likeliest words.</source>
      <translation>Choisir parmi tant de mots les plus probables.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Disk for what was read</source>
      <translation>Disque pour ce qui a été lu</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Downloads at once</source>
      <translation>Téléchargements simultanés</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Drop words less likely than this share of the likeliest one. 0 is off.</source>
      <translation>Écarter les mots moins probables que cette part du plus probable. 0 désactive.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>For example http://proxy:3128. Only downloads and the search use it.</source>
      <translation>Par exemple http://proxy:3128. Seuls les téléchargements et la recherche l’utilisent.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>How many layers of the model a graphics card computes. 0 is the processor only.</source>
      <translation>Le nombre de couches du modèle calculées par une carte graphique. 0 : le processeur seul.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>How many processor cores compute. Automatic takes those that are free.</source>
      <translation>Le nombre de cœurs du processeur qui calculent. Automatique prend ceux qui sont libres.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>How many tokens of the chat the model keeps in mind. More takes more memory.</source>
      <translation>Le nombre de tokens de la discussion que le modèle garde en tête. Plus il y en a, plus il faut de mémoire.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Keep nothing</source>
      <translation>Ne rien conserver</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Low is sober and repeatable, high is inventive. 0 always takes the likeliest word.</source>
      <translation>Bas : sobre et reproductible ; haut : inventif. 0 prend toujours le mot le plus probable.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Models come from</source>
      <translation>Source des modèles</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>More share the same line, and the server may refuse them.</source>
      <translation>Un plus grand nombre se partage la même connexion, et le serveur peut les refuser.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>New each time</source>
      <translation>Nouvelle à chaque fois</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>No limit</source>
      <translation>Sans limite</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>None</source>
      <translation>Aucun</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Patience with the engine</source>
      <translation>Patience envers le moteur</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Proxy</source>
      <translation>Proxy</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>So many GB of what models have read of your chats are kept, so that they need not read it again.</source>
      <translation>Autant de Go de ce que les modèles ont lu de vos discussions sont conservés, pour qu'ils n'aient pas à le relire.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Stop an answer after this many tokens (a token is about ¾ of a word).</source>
      <translation>Arrêter une réponse après ce nombre de tokens (un token fait environ ¾ de mot).</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>The Hugging Face Hub, or the address of a mirror of it.</source>
      <translation>Le Hub de Hugging Face, ou l’adresse d’un de ses miroirs.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>The same seed and question give the same answer again.</source>
      <translation>La même graine et la même question redonnent la même réponse.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>The usual ones</source>
      <translation>Les habituels</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>{label}: less</source>
      <translation>{label} : moins</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>{label}: more</source>
      <translation>{label} : plus</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>{setting}: {value}</source>
      <translation>{setting} : {value}</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>Set for this model: {value}, which is used instead.</source>
      <translation>Réglé pour ce modèle : {value}, qui est utilisé à la place.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>The loaded model's makers suggest {value}, which is used until you change this.</source>
      <translation>Les auteurs du modèle chargé suggèrent {value}, utilisé tant que vous ne changez pas ce réglage.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>{persona} answers with {value}, which is used instead.</source>
      <translation>{persona} répond avec {value}, qui est utilisé à la place.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>{persona} answers, and new chats begin with the instructions of that persona.</source>
      <translation>{persona} répond, et les nouvelles discussions commencent par les instructions de ce persona.</translation>
    </message>
    <message>
      <location filename="leeward/ui/shortcut_sheet.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Keyboard shortcuts</source>
      <translation>Raccourcis clavier</translation>
    </message>
    <message>
      <location filename="leeward/ui/shortcut_sheet.py" />
      <source>{action}: {key}</source>
      <translation>{action} : {key}</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Back to the chats</source>
      <translation>Retour aux discussions</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Dark theme</source>
      <translation>Thème sombre</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Empty the bin</source>
      <translation>Vider la corbeille</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Empty…</source>
      <translation>Vider…</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Find and get models ({key})</source>
      <translation>Trouver et obtenir des modèles ({key})</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Folders, archive, bin and tags</source>
      <translation>Dossiers, archives, corbeille et étiquettes</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Light theme</source>
      <translation>Thème clair</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>More: import, back up, tables and help</source>
      <translation>Plus : importation, sauvegarde, tableaux et aide</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>New chat ({key})</source>
      <translation>Nouvelle discussion ({key})</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Search chats</source>
      <translation>Rechercher des discussions</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Search in all chats, or by #tag ({key})</source>
      <translation>Rechercher dans toutes les discussions, ou par #étiquette ({key})</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Settings ({key})</source>
      <translation>Réglages ({key})</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Copied. It names no user, computer or folder.</source>
      <translation>Copié. Le texte ne nomme ni utilisateur, ni ordinateur, ni dossier.</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Copy as text</source>
      <translation>Copier comme texte</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>How far the measurement is</source>
      <translation>Avancement de la mesure</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Measure</source>
      <translation>Mesurer</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Measured so far</source>
      <translation>Mesures précédentes</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Nothing was measured yet. Choose a model and press “Measure”.</source>
      <translation>Rien n’a encore été mesuré. Choisissez un modèle et appuyez sur « Mesurer ».</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Starting…</source>
      <translation>Démarrage…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Stopped. Nothing of it is kept.</source>
      <translation>Arrêté. Rien n’en est conservé.</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Takes {n} seconds at most, in an engine of its own: chats go on. The figures are best while the machine has nothing else to do.</source>
      <translation>Prend au plus {n} secondes, dans un moteur à part : les discussions continuent. Les valeurs sont les meilleures quand l’ordinateur n’a rien d’autre à faire.</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>There is no model here to measure. Get one with “Find and get models” (Ctrl+D).</source>
      <translation>Il n’y a ici aucun modèle à mesurer. Obtenez-en un avec « Trouver et obtenir des modèles » (Ctrl+D).</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>{error} This measurement is shown, and not kept.</source>
      <translation>{error} Cette mesure est affichée, mais pas conservée.</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/model_menu.py" />
      <source>No model</source>
      <translation>Aucun modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Asking the same {n:,} tokens again…</source>
      <translation>Les mêmes {n:,} tokens sont redemandés…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Loading the model…</source>
      <translation>Chargement du modèle…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Reading a prompt of {n:,} tokens, and writing…</source>
      <translation>Lecture d’un prompt de {n:,} tokens, puis écriture…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Reading memory, to see what it allows…</source>
      <translation>Lecture de la mémoire, pour voir ce qu’elle permet…</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Go back to the backup of {made_at}</source>
      <translation>Revenir à la sauvegarde du {made_at}</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>It stays as it is, under another name beside {database}. Choose how to go on:</source>
      <translation>Il reste tel quel, sous un autre nom à côté de {database}. Choisissez comment continuer :</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Leeward cannot start</source>
      <translation>Leeward ne peut pas démarrer</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Leeward: your chats need attention</source>
      <translation>Leeward : vos discussions demandent votre attention</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Quit and change nothing</source>
      <translation>Quitter sans rien changer</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Rescue {n:,} messages from {n_conversations:,} chats</source>
      <translation>Récupérer {n:,} messages de {n_conversations:,} discussions</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Start with no chats</source>
      <translation>Démarrer sans discussions</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>The file with your chats is damaged.</source>
      <translation>Le fichier de vos discussions est endommagé.</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>This happens once and may take a minute. A backup is made first.</source>
      <translation>Cela n’arrive qu’une fois et peut prendre une minute. Une sauvegarde est faite d’abord.</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Your chats are made ready for this version.</source>
      <translation>Vos discussions sont préparées pour cette version.</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>First word in about {time}</source>
      <translation>Premier mot dans environ {time}</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>Reading {to_read:,} of {n:,} tokens</source>
      <translation>Lecture de {to_read:,} tokens sur {n:,}</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>about {time}</source>
      <translation>environ {time}</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>{n:,} reused</source>
      <translation>{n:,} réutilisés</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>{n} %</source>
      <translation>{n} %</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Back up everything</source>
      <translation>Tout sauvegarder</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Backups (*.zip)</source>
      <translation>Sauvegardes (*.zip)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Export all chats</source>
      <translation>Exporter toutes les discussions</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Export this chat</source>
      <translation>Exporter cette discussion</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Go back to the backup of {date}? The chats, settings and personas that are here now are kept in a folder beside, and Leeward starts again with those of the backup.</source>
      <translation>Revenir à la sauvegarde du {date} ? Les discussions, réglages et personas actuels sont conservés dans un dossier voisin, et Leeward redémarre avec ceux de la sauvegarde.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Import chats</source>
      <translation>Importer des discussions</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Importing {file}: {n:,} of {n_all:,} chats.</source>
      <translation>Import de {file} : {n:,} discussions sur {n_all:,}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>JSON Lines (*.jsonl)</source>
      <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>JSON that can be imported again (*.json)</source>
      <translation>JSON, réimportable (*.json)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Left out: {parts}.</source>
      <translation>Laissé de côté : {parts}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Markdown (*.md)</source>
      <translation>Markdown (*.md)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Open one that is kept first.</source>
      <translation>Ouvrez-en d’abord une qui est conservée.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Restore a backup</source>
      <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Stopped: {sentence}</source>
      <translation>Arrêté : {sentence}</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>The file is {path}.</source>
      <translation>Le fichier est {path}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>The file is {path}. “Restore a backup” brings it back.</source>
      <translation>Le fichier est {path}. « Restaurer une sauvegarde » le rétablit.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>There is no chat here that could be exported.</source>
      <translation>Il n’y a pas ici de discussion à exporter.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>They stand in the list by their date.</source>
      <translation>Elles sont dans la liste, à leur date.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Web page (*.html)</source>
      <translation>Page web (*.html)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>You can go on. What was imported stays when you stop it.</source>
      <translation>Vous pouvez continuer. Ce qui a été importé reste si vous arrêtez.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} attached files</source>
      <extracomment>For one: {n:,} attached file</extracomment>
      <translation>
        <numerusform>{n:,} fichier joint</numerusform>
        <numerusform>{n:,} fichiers joints</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats and the settings are backed up.</source>
      <extracomment>For one: {n:,} chat and the settings are backed up.</extracomment>
      <translation>
        <numerusform>{n:,} discussion et les réglages sont sauvegardés.</numerusform>
        <numerusform>{n:,} discussions et les réglages sont sauvegardés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats exported.</source>
      <extracomment>For one: {n:,} chat exported.</extracomment>
      <translation>
        <numerusform>{n:,} discussion exportée.</numerusform>
        <numerusform>{n:,} discussions exportées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats imported.</source>
      <extracomment>For one: {n:,} chat imported.</extracomment>
      <translation>
        <numerusform>{n:,} discussion importée.</numerusform>
        <numerusform>{n:,} discussions importées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats imported: {programs}.</source>
      <extracomment>For one: {n:,} chat imported: {programs}.</extracomment>
      <translation>
        <numerusform>{n:,} discussion importée : {programs}.</numerusform>
        <numerusform>{n:,} discussions importées : {programs}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats there already</source>
      <extracomment>For one: {n:,} chat there already</extracomment>
      <translation>
        <numerusform>{n:,} discussion déjà présente</numerusform>
        <numerusform>{n:,} discussions déjà présentes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats without a message</source>
      <extracomment>For one: {n:,} chat without a message</extracomment>
      <translation>
        <numerusform>{n:,} discussion sans message</numerusform>
        <numerusform>{n:,} discussions sans message</numerusform>
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
      <translation>{n:,} autres ne peuvent pas être utilisées non plus.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} notes about the user</source>
      <extracomment>For one: {n:,} note about the user</extracomment>
      <translation>
        <numerusform>{n:,} note sur l’utilisateur</numerusform>
        <numerusform>{n:,} notes sur l’utilisateur</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} parts of an unknown kind</source>
      <extracomment>For one: {n:,} part of an unknown kind</extracomment>
      <translation>
        <numerusform>{n:,} partie de type inconnu</numerusform>
        <numerusform>{n:,} parties de type inconnu</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} pictures</source>
      <extracomment>For one: {n:,} picture</extracomment>
      <translation>
        <numerusform>{n:,} image</numerusform>
        <numerusform>{n:,} images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} sounds or videos</source>
      <extracomment>For one: {n:,} sound or video</extracomment>
      <translation>
        <numerusform>{n:,} son ou vidéo</numerusform>
        <numerusform>{n:,} sons ou vidéos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} steps of tools</source>
      <extracomment>For one: {n:,} step of a tool</extracomment>
      <translation>
        <numerusform>{n:,} étape d’outil</numerusform>
        <numerusform>{n:,} étapes d’outils</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Fastest settings</source>
      <translation>Réglages les plus rapides</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Look for the fastest settings again</source>
      <translation>Chercher à nouveau les réglages les plus rapides</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Not tried yet.</source>
      <translation>Pas encore essayé.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Nothing is faster than the usual settings.</source>
      <translation>Rien n’est plus rapide que les réglages habituels.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Other programs are computing: what is fastest cannot be told now.</source>
      <translation>D’autres programmes calculent : impossible de dire maintenant ce qui est le plus rapide.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Stop looking for the fastest settings</source>
      <translation>Arrêter la recherche des réglages les plus rapides</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>There is no model that can be tried: none is loaded, or a graphics card computes.</source>
      <translation>Il n’y a pas de modèle à essayer : aucun n’est chargé, ou une carte graphique calcule.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Tuned: {parts}. Prompts are read {prompt:.2f} times and answers written {decode:.2f} times as fast as usual.</source>
      <translation>Réglé : {parts}. Les prompts sont lus {prompt:.2f} fois et les réponses écrites {decode:.2f} fois aussi vite que d’habitude.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>What was found for the loaded model. Sending a message ends a trial.</source>
      <translation>Ce qui a été trouvé pour le modèle chargé. Envoyer un message met fin à un essai.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>no flash attention</source>
      <translation>sans flash attention</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/tuning_row.py" />
      <source>{n:,} threads</source>
      <extracomment>For one: {n:,} thread</extracomment>
      <translation>
        <numerusform>{n:,} fil</numerusform>
        <numerusform>{n:,} fils</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/tuning_row.py" />
      <source>{n:,} tokens of a prompt at once</source>
      <extracomment>For one: {n:,} token of a prompt at once</extracomment>
      <translation>
        <numerusform>{n:,} token d’un prompt à la fois</numerusform>
        <numerusform>{n:,} tokens d’un prompt à la fois</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>All actions of the message</source>
      <translation>Toutes les actions du message</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>An earlier message, where nothing is written</source>
      <translation>Un message précédent, quand rien n’est écrit</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Archive this chat, or take it out</source>
      <translation>Archiver cette discussion, ou la sortir des archives</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Back up everything…</source>
      <translation>Tout sauvegarder…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Close a folder</source>
      <translation>Fermer un dossier</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Copy the selection</source>
      <translation>Copier la sélection</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Copy the selection as Markdown</source>
      <translation>Copier la sélection en Markdown</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Delete this chat</source>
      <translation>Supprimer cette discussion</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Export all chats…</source>
      <translation>Exporter toutes les discussions…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Export this chat…</source>
      <translation>Exporter cette discussion…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Find and get models</source>
      <translation>Trouver et obtenir des modèles</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Import chats…</source>
      <translation>Importer des discussions…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Keep this text as a prompt</source>
      <translation>Conserver ce texte comme prompt</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Larger text</source>
      <translation>Texte plus grand</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Light or dark</source>
      <translation>Clair ou sombre</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>List of chats</source>
      <translation>Liste des discussions</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Messages</source>
      <translation>Messages</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Move this chat to a new folder</source>
      <translation>Déplacer cette discussion vers un nouveau dossier</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>New line</source>
      <translation>Nouvelle ligne</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Next chat</source>
      <translation>Discussion suivante</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Open a folder</source>
      <translation>Ouvrir un dossier</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Open a model file</source>
      <translation>Ouvrir un fichier de modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Pin this chat to the top, or take it off</source>
      <translation>Épingler cette discussion en haut, ou la désépingler</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Previous chat</source>
      <translation>Discussion précédente</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Prompts, at the beginning of a message</source>
      <translation>Prompts, au début d’un message</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Quit</source>
      <translation>Quitter</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Reading</source>
      <translation>Lecture</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Rename a chat or folder</source>
      <translation>Renommer une discussion ou un dossier</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Rename this chat</source>
      <translation>Renommer cette discussion</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Restore a backup…</source>
      <translation>Restaurer une sauvegarde…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Search in all chats</source>
      <translation>Rechercher dans toutes les discussions</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Send (another key can be set)</source>
      <translation>Envoyer (une autre touche peut être réglée)</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Send after the answer under way</source>
      <translation>Envoyer après la réponse en cours</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Show the archive</source>
      <translation>Afficher les archives</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Show the bin</source>
      <translation>Afficher la corbeille</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Smaller text</source>
      <translation>Texte plus petit</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Speed of a model</source>
      <translation>Vitesse d’un modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Stop the answer, or end editing</source>
      <translation>Arrêter la réponse, ou terminer la modification</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Temporary chat</source>
      <translation>Discussion temporaire</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Turn texts into a table</source>
      <translation>Transformer des textes en tableau</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Usual size of text</source>
      <translation>Taille de texte habituelle</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>What can be done with it</source>
      <translation>Ce qu’on peut en faire</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Window</source>
      <translation>Fenêtre</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Write a message</source>
      <translation>Écrire un message</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_dialogs.py" />
      <source>chat</source>
      <translation>discussion</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>A waiting message was removed</source>
      <translation>Un message en attente a été retiré</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Editing the model's message. The old version stays.</source>
      <translation>Modification du message du modèle. L’ancienne version reste.</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Editing the system prompt of this chat. The old version stays.</source>
      <translation>Modification du prompt système de cette discussion. L’ancienne version reste.</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Editing your message. Sending it makes a new version; the old one stays.</source>
      <translation>Modification de votre message. L’envoi crée une nouvelle version ; l’ancienne reste.</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Inserting a message of the model</source>
      <translation>Insertion d’un message du modèle</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Inserting a message of yours</source>
      <translation>Insertion d’un message de vous</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>No model is loaded: choose one above, then send</source>
      <translation>Aucun modèle n’est chargé : choisissez-en un ci-dessus, puis envoyez</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Your changes were dropped</source>
      <translation>Vos modifications ont été abandonnées</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>{model} is being loaded: then you can send</source>
      <translation>{model} est en cours de chargement : vous pourrez ensuite envoyer</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and summaries</source>
      <translation>Conversation et résumés</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and summaries on small machines</source>
      <translation>Conversation et résumés sur de petites machines</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and tools on small machines; not for commercial use</source>
      <translation>Conversation et outils sur de petites machines ; usage commercial exclu</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and writing</source>
      <translation>Conversation et rédaction</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation, long texts, tools</source>
      <translation>Conversation, longs textes, outils</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation, mathematics, structured answers</source>
      <translation>Conversation, mathématiques, réponses structurées</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation, summaries, tools</source>
      <translation>Conversation, résumés, outils</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Demanding questions on large machines</source>
      <translation>Questions exigeantes sur de grandes machines</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Demanding questions, tools, many languages</source>
      <translation>Questions exigeantes, outils, nombreuses langues</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Finding short texts by meaning, very fast</source>
      <translation>Trouver des textes courts par le sens, très rapidement</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Finding texts by meaning</source>
      <translation>Trouver des textes par le sens</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Finding texts by meaning in a hundred languages</source>
      <translation>Trouver des textes par le sens dans une centaine de langues</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Knowledge at the speed of a smaller model (a mixture of experts)</source>
      <translation>Du savoir à la vitesse d’un plus petit modèle (un mélange d’experts)</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Long texts in many languages, tools</source>
      <translation>Longs textes dans de nombreuses langues, outils</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Programming</source>
      <translation>Programmation</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Programming; not for commercial use</source>
      <translation>Programmation ; usage commercial exclu</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Reasoning and mathematics</source>
      <translation>Raisonnement et mathématiques</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Reasoning on small machines; its memory of the conversation is large</source>
      <translation>Raisonnement sur de petites machines ; sa mémoire de la conversation est grande</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Science and mathematics</source>
      <translation>Sciences et mathématiques</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Short answers on very small machines</source>
      <translation>Réponses courtes sur de très petites machines</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Thinks before it answers, on small machines</source>
      <translation>Réfléchit avant de répondre, sur de petites machines</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Thinks before it answers; mathematics, programming, tools</source>
      <translation>Réfléchit avant de répondre ; mathématiques, programmation, outils</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>multilingual</source>
      <translation>multilingue</translation>
    </message>
    <message>
      <location filename="resources/personas/explain-code.toml" />
      <source>Explain code</source>
      <comment>persona</comment>
      <translation>Expliquer du code</translation>
    </message>
    <message>
      <location filename="resources/personas/explain-code.toml" />
      <source>Says what a piece of code does, step by step, and what may be wrong with it.</source>
      <comment>persona</comment>
      <translation>Dit ce que fait un morceau de code, étape par étape, et ce qui peut y être erroné.</translation>
    </message>
    <message>
      <location filename="resources/personas/extract-data.toml" />
      <source>Extract data</source>
      <comment>persona</comment>
      <translation>Extraire des données</translation>
    </message>
    <message>
      <location filename="resources/personas/extract-data.toml" />
      <source>Takes facts out of a text as JSON; leeward extract uses it for whole folders.</source>
      <comment>persona</comment>
      <translation>Tire les faits d’un texte en JSON ; leeward extract l’utilise pour des dossiers entiers.</translation>
    </message>
    <message>
      <location filename="resources/personas/proofread.toml" />
      <source>Corrects spelling, grammar and punctuation, and lists what was changed.</source>
      <comment>persona</comment>
      <translation>Corrige l’orthographe, la grammaire et la ponctuation, et liste ce qui a été changé.</translation>
    </message>
    <message>
      <location filename="resources/personas/proofread.toml" />
      <source>Proofread</source>
      <comment>persona</comment>
      <translation>Corriger un texte</translation>
    </message>
    <message>
      <location filename="resources/personas/summarise.toml" />
      <source>A short, faithful summary of a text.</source>
      <comment>persona</comment>
      <translation>Un résumé court et fidèle d’un texte.</translation>
    </message>
    <message>
      <location filename="resources/personas/summarise.toml" />
      <source>Summarise</source>
      <comment>persona</comment>
      <translation>Résumer</translation>
    </message>
    <message>
      <location filename="resources/personas/translate.toml" />
      <source>Translate</source>
      <comment>persona</comment>
      <translation>Traduire</translation>
    </message>
    <message>
      <location filename="resources/personas/translate.toml" />
      <source>Translates into English, or from English into the language you name.</source>
      <comment>persona</comment>
      <translation>Traduit en anglais, ou de l’anglais vers la langue que vous indiquez.</translation>
    </message>
    <message>
      <location filename="resources/personas/tutor.toml" />
      <source>Helps to understand a subject with questions and hints instead of ready answers.</source>
      <comment>persona</comment>
      <translation>Aide à comprendre un sujet par des questions et des indices plutôt que des réponses toutes faites.</translation>
    </message>
    <message>
      <location filename="resources/personas/tutor.toml" />
      <source>Tutor</source>
      <comment>persona</comment>
      <translation>Tuteur</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Explain code</source>
      <comment>prompt</comment>
      <translation>Expliquer du code</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Explain simply</source>
      <comment>prompt</comment>
      <translation>Expliquer simplement</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Find the fault</source>
      <comment>prompt</comment>
      <translation>Trouver l’erreur</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>For and against</source>
      <comment>prompt</comment>
      <translation>Pour et contre</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Make a table</source>
      <comment>prompt</comment>
      <translation>Créer un tableau</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Proofread</source>
      <comment>prompt</comment>
      <translation>Corriger un texte</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Rewrite</source>
      <comment>prompt</comment>
      <translation>Réécrire</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Summarise</source>
      <comment>prompt</comment>
      <translation>Résumer</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Translate</source>
      <comment>prompt</comment>
      <translation>Traduire</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Write tests</source>
      <comment>prompt</comment>
      <translation>Écrire des tests</translation>
    </message>
  </context>
</TS>
