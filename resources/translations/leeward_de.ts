<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>leeward</name>
    <message>
      <location filename="leeward/chat/schema.py" />
      <source>a schema must be a JSON object</source>
      <translation>ein Schema muss ein JSON-Objekt sein</translation>
    </message>
    <message>
      <location filename="leeward/chat/schema.py" />
      <source>the schema is nested too deeply</source>
      <translation>das Schema ist zu tief verschachtelt</translation>
    </message>
    <message>
      <location filename="leeward/chat/tool_rules.py" />
      <source>Calls a tool</source>
      <translation>Ruft ein Werkzeug auf</translation>
    </message>
    <message>
      <location filename="leeward/chat/tool_rules.py" />
      <source>Calls {tool}</source>
      <translation>Ruft {tool} auf</translation>
    </message>
    <message>
      <location filename="leeward/chat/tool_rules.py" />
      <source>What the tool said</source>
      <translation>Was das Werkzeug gemeldet hat</translation>
    </message>
    <message>
      <location filename="leeward/desktop.py" />
      <source>What was here before is kept in {folder}.</source>
      <translation>Was vorher hier war, liegt in {folder}.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/desktop.py" />
      <source>{n:,} chats are back.</source>
      <extracomment>For one: {n:,} chat is back.</extracomment>
      <translation>
        <numerusform>{n:,} Chat ist wieder da.</numerusform>
        <numerusform>{n:,} Chats sind wieder da.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>LoRA adapter</source>
      <comment>a file</comment>
      <translation>LoRA-Adapter</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>model</source>
      <comment>a file</comment>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>multimodal projector</source>
      <comment>a file</comment>
      <translation>multimodaler Projektor</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>other</source>
      <comment>a file</comment>
      <translation>anderes</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_info.py" />
      <source>vocabulary</source>
      <comment>a file</comment>
      <translation>Vokabular</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>A small model of the same family that guesses what comes next: it is used while answers are measured to be quicker with it, and takes memory.</source>
      <translation>Ein kleines Modell derselben Familie, das rät, was als Nächstes kommt: Es wird benutzt, solange Antworten damit messbar schneller sind, und braucht Speicher.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Adapters loaded on top, each with its strength.</source>
      <translation>Zusätzlich geladene Adapter, jeder mit seiner Stärke.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Another chat template than the file's own.</source>
      <translation>Eine andere Chatvorlage als die der Datei.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Compute attention in small pieces: less memory, and faster nearly everywhere.</source>
      <translation>Attention in kleinen Stücken berechnen: weniger Speicher und fast überall schneller.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How exactly the model remembers what it has read. q8_0 halves that memory, q4_0 quarters it and costs quality.</source>
      <translation>Wie genau sich das Modell merkt, was es gelesen hat. q8_0 halbiert diesen Speicher, q4_0 viertelt ihn und kostet Qualität.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How many layers the graphics card computes. More is faster, as long as they fit into its memory.</source>
      <translation>Wie viele Schichten die Grafikkarte berechnet. Mehr ist schneller, solange sie in ihren Speicher passen.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How many processor cores compute. More than there are real cores makes it slower.</source>
      <translation>Wie viele Prozessorkerne rechnen. Mehr, als es echte Kerne gibt, macht langsamer.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How much of a prompt is computed at once. More reads faster on a graphics card and needs more memory.</source>
      <translation>Wie viel von einem Prompt auf einmal berechnet wird. Mehr liest auf einer Grafikkarte schneller und braucht mehr Speicher.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How much of a prompt is read between two looks at the Stop button.</source>
      <translation>Wie viel von einem Prompt gelesen wird, bevor wieder auf „Stoppen“ geachtet wird.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>How much of the conversation the model sees at once. More needs more memory, in proportion.</source>
      <translation>Wie viel von der Unterhaltung das Modell auf einmal sieht. Mehr braucht entsprechend mehr Speicher.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Keep the model in memory even when other programs need some.</source>
      <translation>Das Modell im Speicher behalten, auch wenn andere Programme welchen brauchen.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Leave the experts of a mixture model to the processor: large ones then fit a small graphics card.</source>
      <translation>Die Experten eines Mischmodells dem Prozessor überlassen: So passen große auf eine kleine Grafikkarte.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Leave the model in its file, which takes the least memory. Off is faster on Linux, and safer on network and USB drives.</source>
      <translation>Das Modell in seiner Datei lassen: Das braucht am wenigsten Arbeitsspeicher. Aus ist unter Linux schneller und auf Netz- und USB-Laufwerken sicherer.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>Stretch the context beyond what the model was trained for. Answers become worse with it.</source>
      <translation>Den Kontext über das hinaus strecken, wofür das Modell trainiert wurde. Die Antworten werden damit schlechter.</translation>
    </message>
    <message>
      <location filename="leeward/domain/model_settings.py" />
      <source>The factor of that stretching: 0.5 doubles the context.</source>
      <translation>Der Faktor dieser Streckung: 0.5 verdoppelt den Kontext.</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>a persona has a grammar or a json_schema, not both</source>
      <translation>eine Persona hat grammar oder json_schema, nicht beides</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>an adapter must be the name of a file, not a path</source>
      <translation>ein Adapter muss ein Dateiname sein, kein Pfad</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>it is not a persona of Leeward</source>
      <translation>es ist keine Persona von Leeward</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>it was written by a newer Leeward</source>
      <translation>sie stammt aus einer neueren Version von Leeward</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>json_schema must be a JSON object as text</source>
      <translation>json_schema muss ein JSON-Objekt als Text sein</translation>
    </message>
    <message>
      <location filename="leeward/domain/persona.py" />
      <source>sampling must be a table</source>
      <translation>sampling muss eine Tabelle sein</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>0 always takes the likeliest word; more varies more.</source>
      <translation>0 nimmt immer das wahrscheinlichste Wort; mehr bringt mehr Abwechslung.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>A repetition does not reach across these texts.</source>
      <translation>Eine Wiederholung reicht nicht über diese Texte hinweg.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>A word becomes less likely each time that it was said; 0 is off.</source>
      <translation>Ein Wort wird mit jeder Verwendung unwahrscheinlicher; 0 ist aus.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>A word that was said becomes less likely, once; 0 is off.</source>
      <translation>Ein schon verwendetes Wort wird einmalig unwahrscheinlicher; 0 ist aus.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Above 1 the temperature stays low until the model is very unsure.</source>
      <translation>Über 1 bleibt die Temperatur niedrig, bis das Modell sehr unsicher ist.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Above 1 words that were just said become less likely; 1 is off.</source>
      <translation>Über 1 werden eben verwendete Wörter unwahrscheinlicher; 1 ist aus.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Adaptive-p: memory</source>
      <translation>Adaptive-p: Gedächtnis</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Adaptive-p: target</source>
      <translation>Adaptive-p: Ziel</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Against repetition</source>
      <translation>Gegen Wiederholungen</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Choose among so many of the likeliest words; 0 is all.</source>
      <translation>Unter so vielen der wahrscheinlichsten Wörter wählen; 0 ist alle.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Choose among the likeliest words that have this share together; 1 is all.</source>
      <translation>Unter den wahrscheinlichsten Wörtern wählen, die zusammen diesen Anteil haben; 1 ist alle.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Choose among words of usual surprise that have this share together; 1 is all.</source>
      <translation>Unter den Wörtern mit üblicher Überraschung wählen, die zusammen diesen Anteil haben; 1 ist alle.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: allowed length</source>
      <translation>DRY: erlaubte Länge</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: breakers</source>
      <translation>DRY: Trenner</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: growth</source>
      <translation>DRY: Wachstum</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: reach</source>
      <translation>DRY: Reichweite</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>DRY: strength</source>
      <translation>DRY: Stärke</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Draw words whose likelihood is near this share, on average over the text.</source>
      <translation>Wörter ziehen, deren Wahrscheinlichkeit im Durchschnitt des Textes nahe diesem Anteil liegt.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Dynamic temperature: exponent</source>
      <translation>Dynamische Temperatur: Exponent</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Dynamic temperature: spread</source>
      <translation>Dynamische Temperatur: Spanne</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>For filling a gap in code: end early rather than late.</source>
      <translation>Beim Füllen einer Lücke in Code: lieber früh als spät aufhören.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Frequency penalty</source>
      <translation>Frequency penalty (Häufigkeit)</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How daring</source>
      <translation>Wie gewagt</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How fast Mirostat adapts.</source>
      <translation>Wie schnell Mirostat sich anpasst.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How fast that grows with the length of the repetition.</source>
      <translation>Wie schnell das mit der Länge der Wiederholung wächst.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How long earlier words count for that average.</source>
      <translation>Wie lange frühere Wörter für diesen Durchschnitt zählen.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How many of the last words are searched for repetitions.</source>
      <translation>Wie viele der letzten Wörter nach Wiederholungen durchsucht werden.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How many of the last words the penalties look at.</source>
      <translation>Wie viele der letzten Wörter die Penalties berücksichtigen.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How often the likeliest words are left out, for less expected answers.</source>
      <translation>Wie oft die wahrscheinlichsten Wörter ausgelassen werden, für unerwartetere Antworten.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How strongly a word is avoided that would go on with a repetition of what was said.</source>
      <translation>Wie stark ein Wort gemieden wird, das eine Wiederholung von Gesagtem fortsetzen würde.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>How surprising, in bits a word: less is more focused.</source>
      <translation>Wie überraschend, in Bit pro Wort: weniger ist zielgerichteter.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Infill</source>
      <translation>Infill</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Keep the text equally surprising throughout, by the first or the second method of Mirostat.</source>
      <translation>Den Text durchgehend gleich überraschend halten, mit der ersten oder der zweiten Methode von Mirostat.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Leave out words that are less likely than this part of the likeliest.</source>
      <translation>Wörter auslassen, die unwahrscheinlicher sind als dieser Teil des wahrscheinlichsten.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Leave out words whose score lies further below the best than so many standard deviations; 0 is off.</source>
      <translation>Wörter auslassen, deren Wert um mehr als so viele Standardabweichungen unter dem besten liegt; 0 ist aus.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Make single words likelier or unlikelier: pairs of a token's number and -100 (never) to 100 (always).</source>
      <translation>Einzelne Wörter wahrscheinlicher oder unwahrscheinlicher machen: Paare aus der Nummer eines Tokens und -100 (nie) bis 100 (immer).</translation>
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
      <translation>Mirostat: Tempo</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Mirostat: surprise</source>
      <translation>Mirostat: Überraschung</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Mirostat: version</source>
      <translation>Mirostat: Version</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Only words above this share are left out, all but the last of them.</source>
      <translation>Nur Wörter über diesem Anteil werden ausgelassen, alle außer dem letzten davon.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Other ways to draw</source>
      <translation>Andere Arten zu ziehen</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Presence penalty</source>
      <translation>Presence penalty (Vorkommen)</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Repeat penalty</source>
      <translation>Repeat penalty (Wiederholung)</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Repeat penalty: reach</source>
      <translation>Repeat penalty: Reichweite</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Repetitions of up to so many words cost nothing.</source>
      <translation>Wiederholungen von bis zu so vielen Wörtern kosten nichts.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Seed</source>
      <translation>Seed</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Special</source>
      <translation>Spezielles</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Temperature</source>
      <translation>Temperatur</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>The same seed and the same question give the same answer.</source>
      <translation>Derselbe Seed und dieselbe Frage ergeben dieselbe Antwort.</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>The temperature follows how sure the model is, by so much up and down.</source>
      <translation>Die Temperatur folgt der Sicherheit des Modells, um so viel nach oben und unten.</translation>
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
      <translation>Was überhaupt gewählt werden darf</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>Word bias</source>
      <translation>Wortgewichtung</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>XTC: probability</source>
      <translation>XTC: Wahrscheinlichkeit</translation>
    </message>
    <message>
      <location filename="leeward/domain/samplers.py" />
      <source>XTC: threshold</source>
      <translation>XTC: Schwelle</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/draft_model.py" />
      <source>it cannot take back what it has read, or cannot write</source>
      <translation>es kann nicht zurücknehmen, was es gelesen hat, oder nicht schreiben</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/draft_model.py" />
      <source>it cuts text into other tokens than the model</source>
      <translation>es zerlegt Text in andere Tokens als das Modell</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/draft_model.py" />
      <location filename="leeward/library/adapter_check.py" />
      <location filename="leeward/library/draft_check.py" />
      <location filename="leeward/storage/backup_file.py" />
      <location filename="leeward/storage/personas.py" />
      <source>there is no such file</source>
      <translation>es gibt keine solche Datei</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Answers end with a control token of the model.</source>
      <translation>Antworten enden mit einem Steuertoken des Modells.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Answers end with words that Leeward looks for.</source>
      <translation>Antworten enden mit Wörtern, auf die Leeward achtet.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It begins with {text}, which is plain text for this model.</source>
      <translation>Die Vorlage beginnt mit {text}, was für dieses Modell gewöhnlicher Text ist.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It changes the order of the messages.</source>
      <translation>Die Vorlage ändert die Reihenfolge der Nachrichten.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It is the known one of this model.</source>
      <translation>Es ist die bekannte Vorlage dieses Modells.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It knows no system prompt: Leeward puts it before the first question.</source>
      <translation>Die Vorlage kennt keinen System-Prompt: Leeward stellt ihn vor die erste Frage.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It knows no tools: they cannot be used with it.</source>
      <translation>Die Vorlage kennt keine Werkzeuge: Sie können damit nicht verwendet werden.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It puts no mark behind an answer: the model may go on and on.</source>
      <translation>Die Vorlage setzt kein Zeichen hinter eine Antwort: Das Modell hört womöglich nicht auf.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It refuses a conversation of question, answer and question.</source>
      <translation>Die Vorlage lehnt eine Unterhaltung aus Frage, Antwort und Frage ab.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It refuses tools.</source>
      <translation>Die Vorlage lehnt Werkzeuge ab.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It writes the mark that begins a text twice.</source>
      <translation>Die Vorlage schreibt das Zeichen für den Textanfang doppelt.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It writes the mark that begins a text twice; Leeward puts it once.</source>
      <translation>Die Vorlage schreibt das Zeichen für den Textanfang doppelt; Leeward setzt es einmal.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>It writes the mark that begins a text, and the model asks for it too: it is put once.</source>
      <translation>Die Vorlage schreibt das Zeichen für den Textanfang, und das Modell verlangt es ebenfalls: Es wird einmal gesetzt.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Of two questions in a row the model does not see both.</source>
      <translation>Von zwei Fragen hintereinander sieht das Modell nicht beide.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Questions and answers follow each other as they were said.</source>
      <translation>Fragen und Antworten folgen aufeinander, wie sie geschrieben wurden.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Template and tokenizer agree on the space before a text.</source>
      <translation>Vorlage und Tokenizer sind sich über das Leerzeichen vor einem Text einig.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file brings its own chat template.</source>
      <translation>Die Datei bringt ihre eigene Chatvorlage mit.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file has no chat template: it may be a base model that continues text. The built-in one named {name} stands in.</source>
      <translation>Die Datei hat keine Chatvorlage: Vielleicht ist es ein Basismodell, das Text fortsetzt. Die eingebaute Vorlage {name} springt ein.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file only names a template, {name}, and nobody here knows it.</source>
      <translation>Die Datei nennt nur eine Vorlage, {name}, und die ist hier nicht bekannt.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The file only names a template, {name}; Leeward has it.</source>
      <translation>Die Datei nennt nur eine Vorlage, {name}; Leeward hat sie.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The mark that begins a text is put once.</source>
      <translation>Das Zeichen für den Textanfang wird einmal gesetzt.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see its own earlier answer.</source>
      <translation>Das Modell sieht seine eigene frühere Antwort nicht.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see the system prompt.</source>
      <translation>Das Modell sieht den System-Prompt nicht.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see your first question.</source>
      <translation>Das Modell sieht die erste Frage nicht.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The model does not see your second question.</source>
      <translation>Das Modell sieht die zweite Frage nicht.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>The system prompt has a place of its own.</source>
      <translation>Der System-Prompt hat seinen eigenen Platz.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Thinking before the answer can be switched on and off.</source>
      <translation>Nachdenken vor der Antwort lässt sich ein- und ausschalten.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>This model has no mark that begins a text.</source>
      <translation>Dieses Modell hat kein Zeichen für den Textanfang.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Tools are shown to the model.</source>
      <translation>Werkzeuge werden dem Modell gezeigt.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Two questions in a row are joined to one.</source>
      <translation>Zwei Fragen hintereinander werden zu einer verbunden.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>Two questions in a row are shown as two.</source>
      <translation>Zwei Fragen hintereinander werden als zwei gezeigt.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>What it puts behind an answer, {text}, does not end one with this model.</source>
      <translation>Was die Vorlage hinter eine Antwort setzt, {text}, beendet sie bei diesem Modell nicht.</translation>
    </message>
    <message>
      <location filename="leeward/engine/child/template_doctor.py" />
      <source>What it puts behind an answer, {text}, is plain text for this model.</source>
      <translation>Was die Vorlage hinter eine Antwort setzt, {text}, ist für dieses Modell gewöhnlicher Text.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source> It asks to wait {wait_s:.0f} seconds.</source>
      <translation> Er bittet, {wait_s:.0f} Sekunden zu warten.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>A model was loaded while this one was at work.</source>
      <translation>Während dieses Modell arbeitete, wurde ein anderes geladen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>A text has {n:,} tokens, and this model reads at most {limit_tokens:,} at once. Nothing was cut.</source>
      <translation>Ein Text hat {n:,} Tokens, und dieses Modell liest höchstens {limit_tokens:,} auf einmal. Es wurde nichts gekürzt.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>A tool call is required, and it is not known how this model calls tools.</source>
      <translation>Ein Werkzeugaufruf wird verlangt, und es ist nicht bekannt, wie dieses Modell Werkzeuge aufruft.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Accept the terms on {page} and set an access token (leeward models token).</source>
      <translation>Bedingungen auf {page} annehmen und ein Zugriffstoken hinterlegen (leeward models token).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Add one of your own under the same name to use that instead.</source>
      <translation>Eine eigene unter demselben Namen hinzufügen, um stattdessen diese zu verwenden.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Another program is using {path}: not saved yet.</source>
      <translation>Ein anderes Programm verwendet {path}: noch nicht gespeichert.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Ask it in a chat of its own.</source>
      <translation>In einem eigenen Chat danach fragen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Attach a part of it, or paste the lines that matter.</source>
      <translation>Einen Teil davon anhängen oder die wichtigen Zeilen einfügen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Change the grammar or schema, or ask without it.</source>
      <translation>Grammatik oder Schema ändern oder ohne fragen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Change the message and send it again.</source>
      <translation>Die Nachricht ändern und noch einmal senden.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check that the file is there and may be read, then attach it again.</source>
      <translation>Prüfen, ob die Datei vorhanden und lesbar ist, dann noch einmal anhängen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the endpoint and proxy settings.</source>
      <translation>Die Einstellungen für Adresse und Proxy prüfen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the name, or search for it.</source>
      <translation>Den Namen prüfen oder danach suchen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the network and the proxy setting, then try again.</source>
      <translation>Netzwerk und Proxy-Einstellung prüfen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Check the settings.</source>
      <translation>Die Einstellungen prüfen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a folder on another drive. FAT32 holds files up to 4.3 GB; exFAT, NTFS and ext4 hold larger ones.</source>
      <translation>Einen Ordner auf einem anderen Laufwerk wählen. FAT32 fasst Dateien bis 4,3 GB; exFAT, NTFS und ext4 fassen größere.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/model_picker.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Choose a model</source>
      <translation>Modell wählen</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a model that is made for it.</source>
      <translation>Ein Modell wählen, das dafür gemacht ist.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a model with a chat template for tools, or do not require a call.</source>
      <translation>Ein Modell mit einer Chatvorlage für Werkzeuge wählen oder keinen Aufruf verlangen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a model, then send again.</source>
      <translation>Ein Modell wählen, dann noch einmal senden.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller context length or a smaller model.</source>
      <translation>Eine kleinere Kontextlänge oder ein kleineres Modell wählen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller context length or model, or close other programs. It can be tried all the same (--force).</source>
      <translation>Eine kleinere Kontextlänge oder ein kleineres Modell wählen oder andere Programme schließen. Ein Versuch ist trotzdem möglich (--force).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller context length, close other programs, or choose a smaller model.</source>
      <translation>Eine kleinere Kontextlänge wählen, andere Programme schließen oder ein kleineres Modell wählen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose a smaller model of the same family as the draft model, or none: on the Models page, or with leeward models set MODEL draft=FILE.</source>
      <translation>Ein kleineres Modell derselben Familie als Entwurfsmodell wählen oder keines: auf der Seite „Modelle“ oder mit leeward models set MODEL draft=FILE.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose an adapter that was made from this model, or ask without one.</source>
      <translation>Einen Adapter wählen, der aus diesem Modell entstanden ist, oder ohne fragen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose an export of Leeward, ChatGPT, LM Studio, Jan or Open WebUI, or JSON Lines with messages.</source>
      <translation>Einen Export von Leeward, ChatGPT, LM Studio, Jan oder Open WebUI wählen oder JSON Lines mit Nachrichten.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another backup, or copy this one again from where it was made.</source>
      <translation>Eine andere Sicherung wählen oder diese noch einmal von ihrem Ursprungsort kopieren.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another file of this model, or another model.</source>
      <translation>Eine andere Datei dieses Modells oder ein anderes Modell wählen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another file or another repository.</source>
      <translation>Eine andere Datei oder ein anderes Repository wählen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another model.</source>
      <translation>Ein anderes Modell wählen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another name, or allow it to be replaced (--overwrite).</source>
      <translation>Einen anderen Namen wählen oder das Ersetzen erlauben (--overwrite).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose another one, or correct its file.</source>
      <translation>Eine andere wählen oder ihre Datei korrigieren.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose one of these, or add one from a file: leeward personas add FILE.</source>
      <translation>Eine von diesen wählen oder eine aus einer Datei hinzufügen: leeward personas add FILE.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose one of these, or leave the choice to the engine; leeward doctor says what is missing.</source>
      <translation>Eines von diesen wählen oder die Wahl der Engine überlassen; leeward doctor sagt, was fehlt.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Choose the profile they are in (--profile).</source>
      <translation>Das Profil wählen, in dem sie sind (--profile).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Close the other program. Saving goes on by itself.</source>
      <translation>Das andere Programm schließen. Danach wird von selbst gespeichert.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Connect the drive it is on, or choose another folder.</source>
      <translation>Das Laufwerk anschließen, auf dem er liegt, oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Connect the drive it was on, or choose another model.</source>
      <translation>Das Laufwerk anschließen, auf dem sie lag, oder ein anderes Modell wählen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Copy the text</source>
      <translation>Text kopieren</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Copy the text and try again.</source>
      <translation>Den Text kopieren und noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Correct it, or empty it.</source>
      <translation>Korrigieren oder leeren.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Correct the file, or ask whoever made it for another one.</source>
      <translation>Die Datei korrigieren oder dort, wo sie herkommt, um eine andere bitten.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Delete it where it came from, or with your file manager; it then leaves the list by itself.</source>
      <translation>Dort löschen, wo es herkommt, oder mit dem Dateimanager; danach verschwindet es von selbst aus der Liste.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Download the file again, or choose another model.</source>
      <translation>Die Datei noch einmal herunterladen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Free some space, or choose another folder.</source>
      <translation>Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Free space on the drive of {path}, or copy the text. Saving goes on by itself.</source>
      <translation>Platz auf dem Laufwerk von {path} schaffen oder den Text kopieren. Danach wird von selbst gespeichert.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Give the number of one of them.</source>
      <translation>Die Nummer einer davon angeben.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Give yourself the right to write there, or start with another profile folder (--profile).</source>
      <translation>Dort Schreibrechte einrichten oder mit einem anderen Profilordner starten (--profile).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Install the newer version, or start with another profile folder (--profile).</source>
      <translation>Die neuere Version installieren oder mit einem anderen Profilordner starten (--profile).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>It is loaded again with a context of {amount:,} tokens.</source>
      <translation>Es wird mit einem Kontext von {amount:,} Tokens neu geladen.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/error_text.py" />
      <source>It is loaded again with {n} layers on the graphics card.</source>
      <extracomment>For one: It is loaded again with {n} layer on the graphics card.</extracomment>
      <translation>
        <numerusform>Es wird mit {n} Schicht auf der Grafikkarte neu geladen.</numerusform>
        <numerusform>Es wird mit {n} Schichten auf der Grafikkarte neu geladen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>It is loaded again without the graphics card.</source>
      <translation>Es wird ohne die Grafikkarte neu geladen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>It starts again by itself; then try again.</source>
      <translation>Sie startet von selbst neu; danach noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>LEEWARD_CMAKE_ARGS="-DGGML_RPC=on" make setup builds it with RPC.</source>
      <translation>LEEWARD_CMAKE_ARGS="-DGGML_RPC=on" make setup baut sie mit RPC.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Leave that model out, or download it again.</source>
      <translation>Dieses Modell weglassen oder noch einmal herunterladen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Leeward is already running with the profile {path}.</source>
      <translation>Leeward läuft bereits mit dem Profil {path}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load again</source>
      <translation>Neu laden</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load anyway</source>
      <translation>Trotzdem laden</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load it again, or choose another model.</source>
      <translation>Es neu laden oder ein anderes Modell wählen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load the model again, or choose a smaller one; your text is safe.</source>
      <translation>Das Modell neu laden oder ein kleineres wählen; der Text ist sicher.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Load the model again.</source>
      <translation>Das Modell neu laden.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Make the pack again on the computer it comes from.</source>
      <translation>Das Paket auf dem Computer, von dem es stammt, noch einmal erstellen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Mend that or choose another place, then try again.</source>
      <translation>Das beheben oder einen anderen Ort wählen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Model file changed: {path} was replaced, moved or cut while it was loaded. Your text is safe.</source>
      <translation>Modelldatei geändert: {path} wurde ersetzt, verschoben oder gekürzt, während sie geladen war. Der Text ist sicher.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Move it away, or choose another folder.</source>
      <translation>Sie verschieben oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/sidebar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>New chat</source>
      <translation>Neuer Chat</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>No connection to {host}. A download goes on where it was.</source>
      <translation>Keine Verbindung zu {host}. Ein Download geht weiter, wo er war.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>No model is loaded.</source>
      <translation>Es ist kein Modell geladen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Nothing of {repo} can be downloaded so: {reason}.</source>
      <translation>So kann aus {repo} nichts heruntergeladen werden: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Nothing was imported from {path}: {reason}.</source>
      <translation>Aus {path} wurde nichts importiert: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/full_panel.py" />
      <source>Open settings</source>
      <translation>Einstellungen öffnen</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Open the folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Paste the lines that matter into the message.</source>
      <translation>Die wichtigen Zeilen in die Nachricht einfügen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Put the adapter back, choose one that was made from this model, or none: what is set for a model is changed on the Models page or with leeward models set MODEL adapters=FILE.</source>
      <translation>Den Adapter zurücklegen, einen wählen, der aus diesem Modell entstanden ist, oder keinen: Was für ein Modell eingestellt ist, lässt sich auf der Seite „Modelle“ ändern oder mit leeward models set MODEL adapters=FILE.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Restore a backup from the backups folder of the profile, or go on with an empty one.</source>
      <translation>Eine Sicherung aus dem Ordner „backups“ des Profils wiederherstellen oder mit einer leeren Datenbank weitermachen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Send it, or remove one of them first.</source>
      <translation>Zuerst senden oder eine davon entfernen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Several conversations are called {wanted}: {found}.</source>
      <translation>Mehrere Unterhaltungen heißen {wanted}: {found}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Shorten the message and send it again.</source>
      <translation>Die Nachricht kürzen und noch einmal senden.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/crash_dialog.py" />
      <source>Show the report</source>
      <translation>Bericht anzeigen</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something could not be fetched.</source>
      <translation>Etwas konnte nicht geladen werden.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something could not be saved. What you typed is still here.</source>
      <translation>Etwas konnte nicht gespeichert werden. Das Geschriebene ist noch hier.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something did not work. Your text is safe.</source>
      <translation>Etwas hat nicht geklappt. Der Text ist sicher.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Something in Leeward went wrong ({name}). Your chats are saved.</source>
      <translation>In Leeward ist etwas schiefgegangen ({name}). Die Chats sind gespeichert.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Split the text into shorter ones, or choose a model that reads longer ones.</source>
      <translation>Den Text in kürzere teilen oder ein Modell wählen, das längere liest.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start a new chat, shorten the message, or set a larger context length.</source>
      <translation>Einen neuen Chat beginnen, die Nachricht kürzen oder eine größere Kontextlänge einstellen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start again now</source>
      <translation>Jetzt neu starten</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start again when the model that you want is loaded: what is done is kept.</source>
      <translation>Noch einmal starten, wenn das gewünschte Modell geladen ist: Erledigtes bleibt erhalten.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Start llama.cpp's rpc-server there, of the same version as the engine here, and check address and port.</source>
      <translation>Dort rpc-server von llama.cpp in derselben Version wie die Engine hier starten und Adresse und Port prüfen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/chat/composer.py" />
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/speed/dialog.py" />
      <location filename="leeward/ui/tuning_row.py" />
      <source>Stop</source>
      <translation>Stoppen</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Text and code can be attached; copy the text out of other documents and paste it.</source>
      <translation>Text und Code lassen sich anhängen; aus anderen Dokumenten den Text kopieren und einfügen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The RPC server {server} cannot be used: {reason}.</source>
      <translation>Der RPC-Server {server} kann nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The chat database is damaged. The file was kept as {path}; nothing of it was deleted.</source>
      <translation>Die Chat-Datenbank ist beschädigt. Die Datei wurde als {path} aufbewahrt; nichts davon wurde gelöscht.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The chat template of this model cannot be used: {reason}.</source>
      <translation>Die Chatvorlage dieses Modells kann nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The chats were written by a newer Leeward (format {found_version}, this one knows {known_version}). The file was not touched.</source>
      <translation>Die Chats wurden von einer neueren Version von Leeward geschrieben (Format {found_version}, diese kennt {known_version}). Die Datei wurde nicht angetastet.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The disk is full: not saved. What you typed is still here.</source>
      <translation>Der Datenträger ist voll: nicht gespeichert. Das Geschriebene ist noch hier.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The download was sent on to an address that is not safe ({host}) and was stopped.</source>
      <translation>Der Download wurde an eine unsichere Adresse weitergeleitet ({host}) und gestoppt.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The drive has too little room: {needed_bytes} are needed, {free_bytes} are free.</source>
      <translation>Auf dem Laufwerk ist zu wenig Platz: {needed_bytes} werden gebraucht, {free_bytes} sind frei.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The drive of {path} cannot hold a file as large as {file}: its file system or a limit of the system does not allow it.</source>
      <translation>Das Laufwerk von {path} kann keine so große Datei wie {file} aufnehmen: Sein Dateisystem oder eine Grenze des Systems lässt es nicht zu.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine cannot answer. Your text is safe.</source>
      <translation>Die Engine kann nicht antworten. Der Text ist sicher.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine did not answer for {silent_s:.0f} seconds and was ended. Your text is safe.</source>
      <translation>Die Engine hat {silent_s:.0f} Sekunden lang nicht reagiert und wurde beendet. Der Text ist sicher.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine ran out of memory and stopped. Your text is safe.</source>
      <translation>Der Engine ging der Speicher aus, und sie hat angehalten. Der Text ist sicher.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine stopped {n} times within {window_s} and is not started again by itself.</source>
      <translation>Die Engine hat innerhalb von {window_s} {n}-mal angehalten und wird nicht mehr von selbst gestartet.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine stopped. Your text is safe.</source>
      <translation>Die Engine hat angehalten. Der Text ist sicher.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine was built without RPC, so {server} was not contacted.</source>
      <translation>Die Engine wurde ohne RPC gebaut, darum wurde {server} nicht kontaktiert.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The engine was started again. What it had said is kept.</source>
      <translation>Die Engine wurde neu gestartet. Was sie geschrieben hatte, bleibt erhalten.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The file was not attached.</source>
      <translation>Die Datei wurde nicht angehängt.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The folder {path} cannot be written: nothing new is saved.</source>
      <translation>In den Ordner {path} kann nicht geschrieben werden: Neues wird nicht gespeichert.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The folder {path} is not there.</source>
      <translation>Der Ordner {path} ist nicht da.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The grammar or JSON schema for the answer cannot be used: {reason}.</source>
      <translation>Die Grammatik oder das JSON-Schema für die Antwort kann nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The model cannot be asked this as it is.</source>
      <translation>So kann das Modell das nicht gefragt werden.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The model file {path} is not there any more.</source>
      <translation>Die Modelldatei {path} ist nicht mehr da.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The model pack was not made, because of {path}{reason}.</source>
      <translation>Das Modellpaket wurde nicht erstellt, wegen {path}{reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The new file could not be made. The others are untouched.</source>
      <translation>Die neue Datei konnte nicht erstellt werden. Die anderen sind unverändert.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The persona cannot be used.</source>
      <translation>Die Persona kann nicht verwendet werden.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The persona {name} came with Leeward and stays.</source>
      <translation>Die Persona {name} gehört zu Leeward und bleibt.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The server does not give this file to you (status {status}).</source>
      <translation>Der Server gibt diese Datei nicht heraus (Status {status}).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The server is busy (status {status}). A download goes on where it was.{wait}</source>
      <translation>Der Server ist ausgelastet (Status {status}). Ein Download geht weiter, wo er war.{wait}</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The setting {name} cannot be used: {reason}.</source>
      <translation>Die Einstellung {name} kann nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The settings file {path} could not be read, so the defaults are used. The old file was kept.</source>
      <translation>Die Einstellungsdatei {path} konnte nicht gelesen werden, darum gelten die Standardwerte. Die alte Datei wurde aufbewahrt.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>The text is {size_bytes} and at most {limit_bytes} can be sent at once.</source>
      <translation>Der Text hat {size_bytes}, und höchstens {limit_bytes} können auf einmal gesendet werden.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There are no conversations in the profile {path}.</source>
      <translation>Im Profil {path} sind keine Unterhaltungen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is a file {path} already. It was not touched.</source>
      <translation>Es gibt schon eine Datei {path}. Sie wurde nicht angetastet.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is another file {path} in {folder}. It was not touched.</source>
      <translation>In {folder} gibt es eine andere Datei {path}. Sie wurde nicht angetastet.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is no conversation {wanted}.</source>
      <translation>Es gibt keine Unterhaltung {wanted}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is no device {name} to compute on (there is: {found}).</source>
      <translation>Es gibt kein Gerät {name} zum Rechnen (vorhanden: {found}).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>There is no persona {name} (there is: {found}).</source>
      <translation>Es gibt keine Persona {name} (vorhanden: {found}).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This chat has {n:,} tokens, and the model has room for {n_ctx:,}. Nothing was cut or sent.</source>
      <translation>Dieser Chat hat {n:,} Tokens, und das Modell hat Platz für {n_ctx:,}. Es wurde nichts gekürzt oder gesendet.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This could not be taken in or out. Your chats are as they were.</source>
      <translation>Der Import oder Export hat nicht geklappt. Die Chats sind, wie sie waren.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This message has {limit} files already.</source>
      <translation>Diese Nachricht hat schon {limit} Dateien.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This model cannot be used.</source>
      <translation>Dieses Modell kann nicht verwendet werden.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This model cannot do that: {reason}.</source>
      <translation>Dieses Modell kann das nicht: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>This was not asked beside the conversation: {reason}.</source>
      <translation>Das wurde nicht neben dem Gespräch gefragt: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/ui/tuning_row.py" />
      <source>Try again</source>
      <translation>Erneut versuchen</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again in another place.</source>
      <translation>An einem anderen Ort noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again later, or choose another file.</source>
      <translation>Später noch einmal versuchen oder eine andere Datei wählen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again later.</source>
      <translation>Später noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again with another file.</source>
      <translation>Mit einer anderen Datei noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again.</source>
      <translation>Noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Try again; if it happens again, the report in the logs folder says where.</source>
      <translation>Noch einmal versuchen; wenn es wieder passiert, steht im Bericht im Ordner „logs“, wo.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Understood</source>
      <translation>Verstanden</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Use the window that is open or close it, or start with another profile folder (--profile).</source>
      <translation>Das offene Fenster verwenden oder schließen oder mit einem anderen Profilordner starten (--profile).</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>Wait until it is there, or stop the other download.</source>
      <translation>Warten, bis sie da ist, oder den anderen Download stoppen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>When the model is back, try again.</source>
      <translation>Wenn das Modell wieder da ist, noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>a minute</source>
      <translation>einer Minute</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>leeward export --list shows the conversations with their numbers.</source>
      <translation>leeward export --list zeigt die Unterhaltungen mit ihren Nummern.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <location filename="leeward/library/about.py" />
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{model} was not loaded, because {path} cannot be used as an adapter for it: {reason}.</source>
      <translation>{model} wurde nicht geladen, weil {path} nicht als Adapter dafür verwendet werden kann: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{model} was not loaded, because {path} cannot be used as its draft model: {reason}.</source>
      <translation>{model} wurde nicht geladen, weil {path} nicht als Entwurfsmodell dafür verwendet werden kann: {reason}.</translation>
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
      <translation>{name} ist nicht angekommen wie angekündigt: {reason}. Nichts davon wird verwendet.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{n} minutes</source>
      <translation>{n} Minuten</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be read{reason}. It was not attached.</source>
      <translation>{path} kann nicht gelesen werden{reason}. Es wurde nicht angehängt.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be restored: {reason}. Nothing was changed.</source>
      <translation>{path} kann nicht wiederhergestellt werden: {reason}. Es wurde nichts geändert.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be used as a draft model: {reason}.</source>
      <translation>{path} kann nicht als Entwurfsmodell verwendet werden: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} cannot be used as an adapter: {reason}.</source>
      <translation>{path} kann nicht als Adapter verwendet werden: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} has {size:,} KB, and at most {limit:,} KB can be attached.</source>
      <translation>{path} hat {size:,} KB, und höchstens {limit:,} KB lassen sich anhängen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is being downloaded already.</source>
      <translation>{path} wird schon heruntergeladen.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is no persona that can be used: {reason}.</source>
      <translation>{path} ist keine verwendbare Persona: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not a model that can be loaded{reason}.</source>
      <translation>{path} ist kein Modell, das geladen werden kann{reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not a text file. It was not attached.</source>
      <translation>{path} ist keine Textdatei. Es wurde nicht angehängt.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not deleted{reason}.</source>
      <translation>{path} wird nicht gelöscht{reason}.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} is not what a model pack should hold{reason}. Nothing of it was added to the models.</source>
      <translation>{path} ist nicht, was ein Modellpaket enthalten sollte{reason}. Nichts davon wurde zu den Modellen hinzugefügt.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} needs more memory than this computer has free.</source>
      <translation>{path} braucht mehr Speicher, als auf diesem Computer frei ist.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} needs more memory than this computer has free: it needs {needed_bytes}, and {available_bytes} are free.</source>
      <translation>{path} braucht mehr Speicher, als auf diesem Computer frei ist: {needed_bytes} werden gebraucht, {available_bytes} sind frei.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{path} was not made: {reason}. The files it was to be made of are untouched.</source>
      <translation>{path} wurde nicht erstellt: {reason}. Die Dateien, aus denen es entstehen sollte, sind unverändert.</translation>
    </message>
    <message>
      <location filename="leeward/error_text.py" />
      <source>{wanted} was not found.</source>
      <translation>{wanted} wurde nicht gefunden.</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>, sliding window of {n:,} tokens</source>
      <translation>, gleitendes Fenster von {n:,} Tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>, {n} heads of {head_dim_k} ({n_kv_heads} for keys and values)</source>
      <translation>, {n} Heads zu {head_dim_k} ({n_kv_heads} für Keys und Values)</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Adapter</source>
      <translation>Adapter</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Architecture</source>
      <translation>Architektur</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Context</source>
      <translation>Kontext</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Experts</source>
      <translation>Experten</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/extraction/table.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>From</source>
      <translation>Herkunft</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Holds</source>
      <translation>Inhalt</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Last used</source>
      <translation>Zuletzt verwendet</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Layers</source>
      <translation>Schichten</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Licence</source>
      <translation>Lizenz</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/library/speed_text.py" />
      <source>Memory</source>
      <translation>Speicher</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>On disk</source>
      <translation>Auf dem Datenträger</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Parameters</source>
      <translation>Parameter</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Path</source>
      <translation>Pfad</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>SHA-256</source>
      <translation>SHA-256</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Sees with</source>
      <translation>Sieht mit</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Template</source>
      <translation>Vorlage</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>Tokenizer</source>
      <translation>Tokenizer</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>about {total} at {n:,} tokens, {kv_type} ({parts}, {rest} more)</source>
      <translation>etwa {total} bei {n:,} Tokens, {kv_type} ({parts}, {rest} sonstiges)</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>never here</source>
      <translation>hier noch nie</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>not Leeward</source>
      <translation>nicht von Leeward</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>not stated</source>
      <translation>nicht angegeben</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>rank {ranks}, alpha {alpha:g}, changes {n} tensors of its model</source>
      <translation>Rang {ranks}, Alpha {alpha:g}, ändert {n} Tensoren seines Modells</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>unpacked here</source>
      <translation>hier entpackt</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>yes, {n:,} characters</source>
      <translation>ja, {n:,} Zeichen</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{kind}, {n:,} tokens</source>
      <translation>{kind}, {n:,} Tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{low} to {high}</source>
      <translation>{low} bis {high}</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <location filename="leeward/ui/chat/items.py" />
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>{n:,} tokens</source>
      <translation>{n:,} Tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{name}, {size}</source>
      <translation>{name}, {size}</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{name}, {size} in {n} files</source>
      <translation>{name}, {size} in {n} Dateien</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{n}, {n_embd} wide</source>
      <translation>{n}, {n_embd} breit</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{n}, {n_experts_used} used per token</source>
      <translation>{n}, {n_experts_used} pro Token verwendet</translation>
    </message>
    <message>
      <location filename="leeward/library/about.py" />
      <source>{weights} weights, {kv} keys and values</source>
      <translation>{weights} Gewichte, {kv} KV-Cache</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it changes nothing</source>
      <translation>er ändert nichts</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it does not say that it is an adapter, as old converters did not</source>
      <translation>die Datei sagt nicht, dass sie ein Adapter ist, wie bei alten Konvertern</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it is a whole model, which is loaded by itself</source>
      <translation>es ist ein ganzes Modell, das für sich geladen wird</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>it is to begin at certain words of the text (aLoRA), which Leeward does not do</source>
      <translation>er soll bei bestimmten Wörtern des Textes einsetzen (aLoRA), was Leeward nicht kann</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>its name cannot be written as text</source>
      <translation>der Name lässt sich nicht als Text schreiben</translation>
    </message>
    <message>
      <location filename="leeward/library/adapter_check.py" />
      <source>its strength (alpha) is not a number</source>
      <translation>die Stärke (alpha) ist keine Zahl</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>a file is missing</source>
      <translation>eine Datei fehlt</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>damaged</source>
      <translation>beschädigt</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>folder not available</source>
      <translation>Ordner nicht verfügbar</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>not read yet</source>
      <translation>noch nicht gelesen</translation>
    </message>
    <message>
      <location filename="leeward/library/entries.py" />
      <source>ready</source>
      <translation>bereit</translation>
    </message>
    <message>
      <location filename="leeward/library/fit.py" />
      <source>Keys and values are stored smaller (q8_0), because memory is short: long prompts are read slower.</source>
      <translation>Der KV-Cache wird kleiner gespeichert (q8_0), weil der Speicher knapp ist: Lange Prompts werden langsamer gelesen.</translation>
    </message>
    <message>
      <location filename="leeward/library/fit.py" />
      <source>The context length is {n:,} tokens instead of {n_ctx:,}, because memory is short.</source>
      <translation>Die Kontextlänge ist {n:,} Tokens statt {n_ctx:,}, weil der Speicher knapp ist.</translation>
    </message>
    <message>
      <location filename="leeward/library/gguf_source.py" />
      <location filename="leeward/storage/text_file.py" />
      <source>it is not a file</source>
      <translation>es ist keine Datei</translation>
    </message>
    <message>
      <location filename="leeward/library/gguf_source.py" />
      <source>the file became shorter while it was read</source>
      <translation>die Datei wurde beim Lesen kürzer</translation>
    </message>
    <message>
      <location filename="leeward/library/gguf_source.py" />
      <source>the file ends within its header: it is cut off or damaged</source>
      <translation>die Datei endet in ihrem Kopf: Sie ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
      <location filename="leeward/library/header.py" />
      <location filename="leeward/library/transfer.py" />
      <source>it is not a GGUF file</source>
      <translation>es ist keine GGUF-Datei</translation>
    </message>
    <message>
      <location filename="leeward/library/header.py" />
      <source>it was made for a big-endian machine</source>
      <translation>die Datei wurde für eine Big-Endian-Maschine gemacht</translation>
    </message>
    <message>
      <location filename="leeward/library/header.py" />
      <source>two tokens of its vocabulary are spelled alike</source>
      <translation>zwei Tokens des Vokabulars werden gleich geschrieben</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>MB</source>
      <translation>MB</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>a word every {time}</source>
      <translation>alle {time} ein Wort</translation>
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
      <translation>{n} Std.</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>{n} min</source>
      <translation>{n} Min.</translation>
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
        <numerusform>{n} Wort pro Sekunde</numerusform>
        <numerusform>{n} Wörter pro Sekunde</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>{size} of memory planned</source>
      <translation>{size} Speicher geplant</translation>
    </message>
    <message>
      <location filename="leeward/library/in_words.py" />
      <source>{size} used</source>
      <translation>{size} belegt</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>It cannot be loaded as a model: {reason}.</source>
      <translation>Es kann nicht als Modell geladen werden: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>It does not name the token that ends an answer.</source>
      <translation>Es nennt das Token nicht, das eine Antwort beendet.</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>It has no chat template, so it may be a base model that continues text instead of answering.</source>
      <translation>Es hat keine Chatvorlage und könnte darum ein Basismodell sein, das Text fortsetzt, statt zu antworten.</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>Its architecture {architecture} is not among those that llama-cpp-python {version} knows; a newer engine may be needed.</source>
      <translation>Seine Architektur {architecture} gehört nicht zu denen, die llama-cpp-python {version} kennt; vielleicht ist eine neuere Engine nötig.</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>Its chat template is empty, larger than {size}, or not text.</source>
      <translation>Seine Chatvorlage ist leer, größer als {size} oder kein Text.</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it does not say of which architecture it is</source>
      <translation>es sagt nicht, welche Architektur es hat</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it does not say which tokenizer it has</source>
      <translation>es sagt nicht, welchen Tokenizer es hat</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it has attention and does not say how many heads</source>
      <translation>es hat Attention und sagt nicht, wie viele Heads</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it has no list of tokens</source>
      <translation>es hat keine Liste der Tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it holds a vocabulary and no weights</source>
      <translation>es enthält ein Vokabular und keine Gewichte</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it holds something else than a model</source>
      <translation>es enthält etwas anderes als ein Modell</translation>
    </message>
    <message>
      <location filename="leeward/library/model_check.py" />
      <source>it is the part of a multimodal model that sees and hears (mmproj), which goes with another file</source>
      <translation>es ist der Teil eines multimodalen Modells, der sieht und hört (mmproj) und zu einer anderen Datei gehört</translation>
    </message>
    <message>
      <location filename="leeward/library/offers.py" />
      <source>it has no GGUF files</source>
      <translation>es hat keine GGUF-Dateien</translation>
    </message>
    <message>
      <location filename="leeward/library/offers.py" />
      <source>its SHA-256 is not known, so it could not be checked</source>
      <translation>die SHA-256 ist nicht bekannt, darum wäre keine Prüfung möglich</translation>
    </message>
    <message>
      <location filename="leeward/library/offers.py" />
      <source>one of its files is empty</source>
      <translation>eine der Dateien ist leer</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it cannot be read; perhaps its drive was taken out</source>
      <translation>die Datei kann nicht gelesen werden; vielleicht wurde ihr Laufwerk entfernt</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it is no list of a model pack that this version knows</source>
      <translation>es ist keine Liste eines Modellpakets, die diese Version kennt</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it is too large</source>
      <translation>die Datei ist zu groß</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists a file of a name that is not allowed</source>
      <translation>die Liste enthält eine Datei mit einem Namen, der nicht erlaubt ist</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists a size or hash that is none</source>
      <translation>die Liste enthält eine ungültige Größe oder einen ungültigen Hash</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists models without files, or too many files</source>
      <translation>die Liste enthält Modelle ohne Dateien oder zu viele Dateien</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>it lists two files of the same name</source>
      <translation>die Liste enthält zwei Dateien mit demselben Namen</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>its content is not what Leeward once downloaded</source>
      <translation>der Inhalt ist nicht, was Leeward einst heruntergeladen hat</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>its content is not what was packed (SHA-256 differs)</source>
      <translation>der Inhalt ist nicht, was gepackt wurde (SHA-256 weicht ab)</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>its name is too long for a pack</source>
      <translation>der Name ist zu lang für ein Paket</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>the file is not there</source>
      <translation>die Datei ist nicht da</translation>
    </message>
    <message>
      <location filename="leeward/library/pack.py" />
      <source>two of the models have files of the same name</source>
      <translation>zwei der Modelle haben Dateien mit demselben Namen</translation>
    </message>
    <message>
      <location filename="leeward/library/persona_files.py" />
      <source>there is no adapter of that name in the model folders</source>
      <translation>in den Modellordnern gibt es keinen Adapter mit diesem Namen</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>it is taken off the list, and its files stay</source>
      <translation>aus der Liste genommen, die Dateien bleiben</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>it lies in another folder that a link leads to</source>
      <translation>es liegt in einem anderen Ordner, auf den eine Verknüpfung führt</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>it was not downloaded or unpacked by Leeward</source>
      <translation>es wurde nicht von Leeward heruntergeladen oder entpackt</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>its files are deleted</source>
      <translation>die Dateien sind gelöscht</translation>
    </message>
    <message>
      <location filename="leeward/library/removal.py" />
      <source>the link is removed, and the file it leads to stays</source>
      <translation>die Verknüpfung ist entfernt, die Datei dahinter bleibt</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>away: the drive or file is not there</source>
      <translation>nicht da: Das Laufwerk oder die Datei fehlt</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>away: the drive or folder is not there</source>
      <translation>nicht da: Das Laufwerk oder der Ordner fehlt</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>away: the drive or folder is not there; {models} stay listed</source>
      <translation>nicht da: Das Laufwerk oder der Ordner fehlt; weiterhin in der Liste: {models}</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>no models</source>
      <translation>keine Modelle</translation>
    </message>
    <message>
      <location filename="leeward/library/sources.py" />
      <source>not found on this computer now</source>
      <translation>auf diesem Computer jetzt nicht gefunden</translation>
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
        <numerusform>{n} Modell</numerusform>
        <numerusform>{n} Modelle</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>First word</source>
      <translation>Erstes Wort</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>First word of a chat that was kept on disk: {time}.</source>
      <translation>Erstes Wort eines Chats, der auf der Platte lag: {time}.</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>First word, asked again</source>
      <translation>Erstes Wort, nochmals gefragt</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Leeward, engine {engine}, measured on {date} (UTC)</source>
      <translation>Leeward, Engine {engine}, gemessen am {date} (UTC)</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Length of the prompt, in tokens</source>
      <translation>Länge des Prompts, in Tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Not measured: {lengths} tokens. That would have taken more than {n} seconds in all.</source>
      <translation>Nicht gemessen: {lengths} Tokens. Das hätte insgesamt mehr als {n} Sekunden gedauert.</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Not measured: {lengths} tokens. With an answer that is more than the context of {n_ctx:,} has room for.</source>
      <translation>Nicht gemessen: {lengths} Tokens. Mit einer Antwort ist das mehr, als in den Kontext von {n_ctx:,} passt.</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Reads a prompt, tokens/s</source>
      <translation>Liest einen Prompt, Tokens/s</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Reads {prompt} times and writes {decode} times as fast as on {date}.</source>
      <translation>Liest {prompt}-mal und schreibt {decode}-mal so schnell wie am {date}.</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Writes, tokens/s</source>
      <translation>Schreibt, Tokens/s</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Writing reaches {percent} % of what this machine's memory allows ({rate} a second, {limit} tokens/s).</source>
      <translation>Das Schreiben erreicht {percent} % dessen, was der Speicher dieses Rechners zulässt ({rate} pro Sekunde, {limit} Tokens/s).</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>Writing was faster than reading all of the model from memory ({rate} a second): the processor's caches hold a part of it, or something else kept the machine busy.</source>
      <translation>Das Schreiben war schneller, als das ganze Modell aus dem Speicher zu lesen wäre ({rate} pro Sekunde): Die Caches des Prozessors halten einen Teil davon, oder etwas anderes beschäftigte den Rechner.</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{cpu}, {n} cores, {memory} of memory, {system}</source>
      <translation>{cpu}, {n} Kerne, {memory} Speicher, {system}</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{date}: {model} on {device}, {threads}, reads {prompt} and writes {decode} tokens/s at {n:,} tokens</source>
      <translation>{date}: {model} auf {device}, {threads}, liest {prompt} und schreibt {decode} Tokens/s bei {n:,} Tokens</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{date}: {model}, too slow to be measured</source>
      <translation>{date}: {model}, zu langsam zum Messen</translation>
    </message>
    <message>
      <location filename="leeward/library/speed_text.py" />
      <source>{model} on {device}, {threads}, loaded in {time}</source>
      <translation>{model} auf {device}, {threads}, geladen in {time}</translation>
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
        <numerusform>{n} Thread</numerusform>
        <numerusform>{n} Threads</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/library/template_echo.py" />
      <source>Asked for a hello, the model answers and ends by itself.</source>
      <translation>Auf ein Hallo antwortet das Modell und hört von selbst auf.</translation>
    </message>
    <message>
      <location filename="leeward/library/template_echo.py" />
      <source>Asked for a hello, the model goes on and on: it may not know how to end.</source>
      <translation>Auf ein Hallo redet das Modell immer weiter: Vielleicht weiß es nicht, wie man aufhört.</translation>
    </message>
    <message>
      <location filename="leeward/library/template_echo.py" />
      <source>Asked for a hello, the model says nothing.</source>
      <translation>Auf ein Hallo sagt das Modell nichts.</translation>
    </message>
    <message>
      <location filename="leeward/library/transfer.py" />
      <source>a web page came instead of the file</source>
      <translation>statt der Datei kam eine Webseite</translation>
    </message>
    <message>
      <location filename="leeward/library/transfer.py" />
      <source>it is longer than announced</source>
      <translation>sie ist länger als angekündigt</translation>
    </message>
    <message>
      <location filename="leeward/library/transfer.py" />
      <source>its SHA-256 is another one</source>
      <translation>die SHA-256 ist eine andere</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>How fast it will be is not known: nothing like it was measured on this machine.</source>
      <translation>Wie schnell es sein wird, ist nicht bekannt: Auf diesem Computer wurde noch nichts Ähnliches gemessen.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It fits with up to {n:,} tokens of context: it needs {needs}, and {free}.</source>
      <translation>Es passt mit bis zu {n:,} Tokens Kontext: Es braucht {needs}, und {free}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It fits: it needs {needs}, and {free}.</source>
      <translation>Es passt: Es braucht {needs}, und {free}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It is slow here. {sentence}</source>
      <translation>Es ist hier langsam. {sentence}</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>It is too large for this machine: it needs {needs} and does not fit with less, and {free}.</source>
      <translation>Es ist zu groß für diesen Computer: Es braucht {needs} und passt auch mit weniger nicht, und {free}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>To a prompt of {n:.0f} words, the first word comes in about {time}, then about {speed}.</source>
      <translation>Bei einem Prompt mit {n:.0f} Wörtern kommt das erste Wort nach etwa {time}, dann etwa {speed}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>To a prompt of {n:.0f} words, the first word comes within about {time}, then at least {speed}.</source>
      <translation>Bei einem Prompt mit {n:.0f} Wörtern kommt das erste Wort innerhalb von etwa {time}, dann mindestens {speed}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>Weights take {weights_bytes}, keys and values {kv_bytes} ({kv_type}), computing and the rest {rest}.</source>
      <translation>Die Gewichte belegen {weights_bytes}, der KV-Cache {kv_bytes} ({kv_type}), Berechnung und Rest {rest}.</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>fits</source>
      <translation>passt</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>fits with less context</source>
      <translation>passt mit weniger Kontext</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>slow</source>
      <translation>langsam</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>too large</source>
      <translation>zu groß</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>{size} are free now</source>
      <translation>{size} sind jetzt frei</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>{size} is free now</source>
      <translation>{size} sind jetzt frei</translation>
    </message>
    <message>
      <location filename="leeward/library/verdict.py" />
      <source>{size} of free memory at {n:,} tokens of context</source>
      <translation>{size} freien Speicher bei {n:,} Tokens Kontext</translation>
    </message>
    <message>
      <location filename="leeward/library/web.py" />
      <source>the connection was closed early</source>
      <translation>die Verbindung wurde vorzeitig geschlossen</translation>
    </message>
    <message>
      <location filename="leeward/storage/atomic.py" />
      <source>its drive allows no file of that size</source>
      <translation>das Laufwerk erlaubt keine Datei dieser Größe</translation>
    </message>
    <message>
      <location filename="leeward/storage/atomic.py" />
      <source>its folder cannot be written</source>
      <translation>in den Ordner kann nicht geschrieben werden</translation>
    </message>
    <message>
      <location filename="leeward/storage/atomic.py" />
      <source>the disk is full</source>
      <translation>der Datenträger ist voll</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>it is no backup of Leeward</source>
      <translation>es ist keine Sicherung von Leeward</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>it is no ordinary file</source>
      <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>its list has a size or hash that is none</source>
      <translation>die Liste enthält eine ungültige Größe oder einen ungültigen Hash</translation>
    </message>
    <message>
      <location filename="leeward/storage/backup_file.py" />
      <source>its list names other files than a backup has</source>
      <translation>die Liste nennt andere Dateien, als eine Sicherung hat</translation>
    </message>
    <message>
      <location filename="leeward/storage/personas.py" />
      <source>it cannot be read</source>
      <translation>die Datei kann nicht gelesen werden</translation>
    </message>
    <message>
      <location filename="leeward/storage/personas.py" />
      <source>it is nested too deeply</source>
      <translation>die Datei ist zu tief verschachtelt</translation>
    </message>
    <message>
      <location filename="leeward/storage/personas.py" />
      <source>the file is too large</source>
      <translation>die Datei ist zu groß</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>a file in it is too large</source>
      <translation>eine Datei darin ist zu groß</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it holds too many files</source>
      <translation>es sind zu viele Dateien darin</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it is damaged</source>
      <translation>die Datei ist beschädigt</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it is no zip file, or its end is missing</source>
      <translation>es ist keine ZIP-Datei, oder ihr Ende fehlt</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>it uses a method of compression that is not known</source>
      <translation>die Datei verwendet ein unbekanntes Kompressionsverfahren</translation>
    </message>
    <message>
      <location filename="leeward/storage/zip_file.py" />
      <source>its end is damaged</source>
      <translation>das Ende der Datei ist beschädigt</translation>
    </message>
    <message>
      <location filename="leeward/ui/banner.py" />
      <source>&amp;Undo</source>
      <translation>&amp;Rückgängig</translation>
    </message>
    <message>
      <location filename="leeward/ui/banner.py" />
      <source>Close this message</source>
      <translation>Diese Meldung schließen</translation>
    </message>
    <message>
      <location filename="leeward/ui/banner.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>(empty)</source>
      <translation>(leer)</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/chat/actions.py" />
      <source>All branches of this chat</source>
      <translation>Alle Zweige dieses Chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>Branches</source>
      <translation>Zweige</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/speed/dialog.py" />
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>Show this branch</source>
      <translation>Diesen Zweig anzeigen</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>System</source>
      <translation>System</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>The model is answering. When it has ended, another branch can be shown.</source>
      <translation>Das Modell antwortet gerade. Danach kann ein anderer Zweig angezeigt werden.</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>There is one branch so far. Editing a message or answering again makes another one.</source>
      <translation>Bisher gibt es einen Zweig. Eine Nachricht zu bearbeiten oder neu antworten zu lassen erzeugt einen weiteren.</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>Tool</source>
      <translation>Werkzeug</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>What is shown now stands in bold letters.</source>
      <translation>Was gerade angezeigt wird, ist fett geschrieben.</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>You</source>
      <translation>Sie</translation>
    </message>
    <message>
      <location filename="leeward/ui/branches_dialog.py" />
      <source>{branch}, shown now</source>
      <translation>{branch}, gerade angezeigt</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/branches_dialog.py" />
      <source>{n} messages</source>
      <extracomment>For one: {n} message</extracomment>
      <translation>
        <numerusform>{n} Nachricht</numerusform>
        <numerusform>{n} Nachrichten</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Answer again</source>
      <translation>Neu antworten</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Continue</source>
      <translation>Fortsetzen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Copy message</source>
      <translation>Nachricht kopieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Delete from here</source>
      <translation>Ab hier löschen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Edit message</source>
      <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>How it was made</source>
      <translation>Wie sie entstand</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Insert a message of the model after it</source>
      <translation>Danach eine Nachricht des Modells einfügen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Insert a message of yours after it</source>
      <translation>Danach eine eigene Nachricht einfügen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>New chat from here</source>
      <translation>Neuer Chat ab hier</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Next version</source>
      <translation>Nächste Version</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/actions.py" />
      <source>Previous version</source>
      <translation>Vorherige Version</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <location filename="leeward/ui/context_meter.py" />
      <source>Attached files</source>
      <translation>Angehängte Dateien</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <source>Attached: {file}, {facts}</source>
      <translation>Angehängt: {file}, {facts}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/attachment_bar.py" />
      <source>Take off {file}</source>
      <translation>{file} entfernen</translation>
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
        <numerusform>{n:,} Byte</numerusform>
        <numerusform>{n:,} Bytes</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Heading {level}</source>
      <translation>Überschrift {level}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>List item</source>
      <translation>Listenpunkt</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Paragraph</source>
      <translation>Absatz</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Quote</source>
      <translation>Zitat</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/blocks.py" />
      <source>Table, {rows} rows, {columns} columns</source>
      <translation>Tabelle, {rows} Zeilen, {columns} Spalten</translation>
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
      <translation>Code kopieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Copy {language} code</source>
      <translation>{language}-Code kopieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Do not wrap long lines</source>
      <translation>Lange Zeilen nicht umbrechen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Hide what is in it</source>
      <translation>Inhalt ausblenden</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Save code as a file</source>
      <translation>Code als Datei speichern</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Save {language} code as a file</source>
      <translation>{language}-Code als Datei speichern</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Show what is in it</source>
      <translation>Inhalt anzeigen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>Wrap long lines</source>
      <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/code_block.py" />
      <source>text</source>
      <translation>Text</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <location filename="leeward/ui/compose.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Attach text files</source>
      <translation>Textdateien anhängen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Esc stops the answer</source>
      <translation>Esc stoppt die Antwort</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Message {name}…</source>
      <translation>Nachricht an {name}…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Send</source>
      <translation>Senden</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Send after this answer</source>
      <translation>Nach dieser Antwort senden</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>Write a message…</source>
      <translation>Nachricht schreiben…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{keys} · / for prompts</source>
      <translation>{keys} · / für Prompts</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{keys} · Esc cancels</source>
      <translation>{keys} · Esc bricht ab</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{key} saves · {line_key} starts a new line</source>
      <translation>{key} speichert · {line_key} beginnt eine neue Zeile</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{key} sends it after this answer · Esc stops the answer</source>
      <translation>{key} sendet nach dieser Antwort · Esc stoppt die Antwort</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer.py" />
      <source>{key} sends · {line_key} starts a new line</source>
      <translation>{key} sendet · {line_key} beginnt eine neue Zeile</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <location filename="leeward/ui/link_dialog.py" />
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/small_dialogs.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Cancel. {text}</source>
      <translation>Abbrechen. {text}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Do not send this waiting message</source>
      <translation>Diese wartende Nachricht nicht senden</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Edit this waiting message</source>
      <translation>Diese wartende Nachricht bearbeiten</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Next: {text}</source>
      <translation>Als Nächstes: {text}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Sent after this answer</source>
      <translation>Wird nach dieser Antwort gesendet</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>Then: {text}</source>
      <translation>Danach: {text}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/composer_bars.py" />
      <source>and {n} more</source>
      <translation>und {n} weitere</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>Jump to the newest message</source>
      <translation>Zur neuesten Nachricht springen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>New text</source>
      <translation>Neuer Text</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>{name} said</source>
      <translation>{name} schrieb</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>{text}, hidden</source>
      <translation>{text}, ausgeblendet</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/controls.py" />
      <source>{text}, shown</source>
      <translation>{text}, angezeigt</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/field.py" />
      <source>Message</source>
      <translation>Nachricht</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <source>Close the search</source>
      <translation>Suche schließen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Find in this chat</source>
      <translation>In diesem Chat suchen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Next match</source>
      <translation>Nächster Treffer</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <source>No match</source>
      <translation>Kein Treffer</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Previous match</source>
      <translation>Vorheriger Treffer</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/find_bar.py" />
      <source>{current:,} of {n:,}</source>
      <translation>{current:,} von {n:,}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>Continue this answer</source>
      <translation>Diese Antwort fortsetzen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>Continue this answer where it was cut</source>
      <translation>Diese Antwort dort fortsetzen, wo sie abgeschnitten wurde</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>More actions</source>
      <translation>Weitere Aktionen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/footer.py" />
      <source>Version {number} of {n}</source>
      <translation>Version {number} von {n}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/inline.py" />
      <source>[image: {name}]</source>
      <translation>[Bild: {name}]</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Edited</source>
      <translation>Bearbeitet</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>Interrupted</source>
      <translation>Unterbrochen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>Length limit reached</source>
      <translation>Längengrenze erreicht</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Stopped</source>
      <translation>Gestoppt</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>read {new:,} new of {n:,}</source>
      <translation>{new:,} neue von {n:,} gelesen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>{share} % reused</source>
      <translation>{share} % wiederverwendet</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>{speed:.1f} tokens/s</source>
      <translation>{speed:.1f} Tokens/s</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/items.py" />
      <source>{time:.2f} s to first token</source>
      <translation>{time:.2f} s bis zum ersten Token</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/memory_line.py" />
      <source>The model's memory begins here</source>
      <translation>Hier beginnt das Gedächtnis des Modells</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/memory_line.py" />
      <source>What stands above had left the model's memory when it answered last: there was no more room. It stays in the chat.</source>
      <translation>Was darüber steht, war bei der letzten Antwort nicht mehr im Gedächtnis des Modells: Es war kein Platz mehr. Im Chat bleibt es erhalten.</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/pool.py" />
      <source>System prompt set</source>
      <translation>System-Prompt gesetzt</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/pool.py" />
      <source>You said</source>
      <translation>Sie schrieben</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/prompt_menu.py" />
      <source>Edit prompts…</source>
      <translation>Prompts bearbeiten…</translation>
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
      <translation>„{word}“ zum Wörterbuch hinzufügen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/spelling.py" />
      <source>Ignore “{word}”</source>
      <translation>„{word}“ ignorieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy selection</source>
      <translation>Auswahl kopieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy selection as Markdown</source>
      <translation>Auswahl als Markdown kopieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy selection as plain text</source>
      <translation>Auswahl als reinen Text kopieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Copy the link's address</source>
      <translation>Adresse des Links kopieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/text_menu.py" />
      <source>Select all</source>
      <translation>Alles auswählen</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thinking…</source>
      <translation>Denkt nach…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thinking… {words}</source>
      <translation>Denkt nach… {words}</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thought for a moment</source>
      <translation>Kurz nachgedacht</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thought for {words}</source>
      <translation>{words} nachgedacht</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>Thoughts</source>
      <translation>Gedanken</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/thinking.py" />
      <source>{minutes} min {seconds} s</source>
      <translation>{minutes} Min. {seconds} s</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/view.py" />
      <source>Conversation</source>
      <translation>Unterhaltung</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat/view.py" />
      <source>Waiting for the model…</source>
      <translation>Warten auf das Modell…</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_actions.py" />
      <source>Actions of this message</source>
      <translation>Aktionen dieser Nachricht</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_actions.py" />
      <source>The message and what followed it were deleted</source>
      <translation>Die Nachricht und alles danach wurden gelöscht</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>Assistant</source>
      <translation>Assistent</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>It is kept. Ask again, or write on.</source>
      <translation>Sie bleibt erhalten. Noch einmal fragen oder weiterschreiben.</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>The model is answering.</source>
      <translation>Das Modell antwortet gerade.</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>This question has no answer yet.</source>
      <translation>Diese Frage hat noch keine Antwort.</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_page.py" />
      <source>Wait for the end, or stop it with Esc.</source>
      <translation>Das Ende abwarten oder mit Esc stoppen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_reading.py" />
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/chat_reading.py" />
      <source>Save code</source>
      <translation>Code speichern</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <source>Actions and chats</source>
      <translation>Aktionen und Chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>All actions</source>
      <translation>Alle Aktionen</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <source>What do you want to do, or which chat?</source>
      <translation>Welche Aktion oder welcher Chat?</translation>
    </message>
    <message>
      <location filename="leeward/ui/command_palette.py" />
      <source>What to do, or which chat</source>
      <translation>Aktion oder Chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/compose.py" />
      <source>{name} was taken off</source>
      <translation>{name} wurde entfernt</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>An answer is left room for {room:,} tokens; the context has {size:,}.</source>
      <translation>Für eine Antwort bleibt Platz für {room:,} Tokens; der Kontext hat {size:,}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>Context: {used:,} of {size:,} tokens, {percent} % full</source>
      <translation>Kontext: {used:,} von {size:,} Tokens, zu {percent} % voll</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>Free</source>
      <translation>Frei</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>Some of it is a guess until the model has counted it.</source>
      <translation>Manches davon ist geschätzt, bis das Modell es gezählt hat.</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>System prompt</source>
      <translation>System-Prompt</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>The chat so far</source>
      <translation>Der bisherige Chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>What fills the context</source>
      <translation>Was den Kontext füllt</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>What the model reads next</source>
      <translation>Was das Modell als Nächstes liest</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>What you are writing</source>
      <translation>Was Sie gerade schreiben</translation>
    </message>
    <message>
      <location filename="leeward/ui/context_meter.py" />
      <source>{part}: {n:,} tokens</source>
      <translation>{part}: {n:,} Tokens</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_list.py" />
      <source>Folder {name}, {n:,} chats, closed</source>
      <extracomment>For one: Folder {name}, {n:,} chat, closed</extracomment>
      <translation>
        <numerusform>Ordner {name}, {n:,} Chat, geschlossen</numerusform>
        <numerusform>Ordner {name}, {n:,} Chats, geschlossen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_list.py" />
      <source>Folder {name}, {n:,} chats, open</source>
      <extracomment>For one: Folder {name}, {n:,} chat, open</extracomment>
      <translation>
        <numerusform>Ordner {name}, {n:,} Chat, geöffnet</numerusform>
        <numerusform>Ordner {name}, {n:,} Chats, geöffnet</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_list.py" />
      <location filename="leeward/ui/conversation_rows.py" />
      <source>temporary</source>
      <translation>temporär</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Archive</source>
      <comment>verb</comment>
      <translation>Archivieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/kept_row.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete all {n:,} chats in the bin for good? They cannot be brought back.</source>
      <translation>Alle {n:,} Chats im Papierkorb endgültig löschen? Sie können nicht zurückgeholt werden.</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete for good…</source>
      <translation>Endgültig löschen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete the folder</source>
      <translation>Ordner löschen</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Delete “{title}” for good? It cannot be brought back.</source>
      <translation>„{title}“ endgültig löschen? Der Chat kann nicht zurückgeholt werden.</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Move to</source>
      <translation>Verschieben nach</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/sidebar.py" />
      <source>New folder…</source>
      <translation>Neuer Ordner…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>No folder</source>
      <translation>Kein Ordner</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/link_dialog.py" />
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Pin to the top</source>
      <translation>Oben anheften</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <location filename="leeward/ui/transfer.py" />
      <source>Restore</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Tags</source>
      <translation>Tags</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Tags…</source>
      <translation>Tags…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Take off the top</source>
      <translation>Nicht mehr anheften</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_menu.py" />
      <source>Take out of the archive</source>
      <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Archive</source>
      <translation>Archiv</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Bin</source>
      <translation>Papierkorb</translation>
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
      <translation>Ordner</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Folders</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Messages in the newest {n} chats</source>
      <translation>Nachrichten in den neuesten {n} Chats</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Messages in {n} chats</source>
      <extracomment>For one: Messages in {n} chat</extracomment>
      <translation>
        <numerusform>Nachrichten in {n} Chat</numerusform>
        <numerusform>Nachrichten in {n} Chats</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Nothing found</source>
      <translation>Nichts gefunden</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Nothing is in the archive</source>
      <translation>Das Archiv ist leer</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Older</source>
      <translation>Älter</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Pinned</source>
      <translation>Angeheftet</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Previous 7 days</source>
      <translation>Letzte 7 Tage</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Searching the messages…</source>
      <translation>Nachrichten werden durchsucht…</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <location filename="leeward/ui/header.py" />
      <source>Temporary</source>
      <translation>Temporär</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>The bin is empty</source>
      <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Today</source>
      <translation>Heute</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Untitled chat</source>
      <translation>Chat ohne Titel</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>Yesterday</source>
      <translation>Gestern</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>archive</source>
      <translation>Archiv</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>d MMM yyyy</source>
      <comment>a date, in the letters of Qt</comment>
      <translation>d. MMM yyyy</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>goes within the hour</source>
      <translation>verschwindet innerhalb einer Stunde</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n:,} chats</source>
      <extracomment>For one: {n:,} chat</extracomment>
      <translation>
        <numerusform>{n:,} Chat</numerusform>
        <numerusform>{n:,} Chats</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n:,} chats, kept for {days} days</source>
      <extracomment>For one: {n:,} chat, kept for {days} days</extracomment>
      <translation>
        <numerusform>{n:,} Chat, {days} Tage aufbewahrt</numerusform>
        <numerusform>{n:,} Chats, {days} Tage aufbewahrt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n:,} titles</source>
      <extracomment>For one: {n:,} title</extracomment>
      <translation>
        <numerusform>{n:,} Titel</numerusform>
        <numerusform>{n:,} Titel</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n} days left</source>
      <extracomment>For one: {n} day left</extracomment>
      <translation>
        <numerusform>noch {n} Tag</numerusform>
        <numerusform>noch {n} Tage</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_rows.py" />
      <source>{n} of {all:,} titles</source>
      <translation>{n} von {all:,} Titeln</translation>
    </message>
    <message>
      <location filename="leeward/ui/conversation_view.py" />
      <source>Conversations</source>
      <translation>Unterhaltungen</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>Something in Leeward went wrong. Your chats and what you typed are saved.</source>
      <translation>In Leeward ist etwas schiefgegangen. Die Chats und das Geschriebene sind gespeichert.</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>Something went wrong</source>
      <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>You can go on. The fault is {kind} at {place}; a report could not be written.</source>
      <translation>Es kann weitergehen. Der Fehler ist {kind} bei {place}; ein Bericht konnte nicht geschrieben werden.</translation>
    </message>
    <message>
      <location filename="leeward/ui/crash_dialog.py" />
      <source>You can go on; if something looks odd, start Leeward again. The report {name} says where it happened. It holds nothing of your chats.</source>
      <translation>Es kann weitergehen; falls etwas seltsam aussieht, Leeward neu starten. Im Bericht {name} steht, wo es passiert ist. Er enthält nichts aus den Chats.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>A temporary chat: it is never written to the disk, and it is gone when Leeward ends.</source>
      <translation>Ein temporärer Chat: Er wird nie auf den Datenträger geschrieben und ist weg, wenn Leeward endet.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Any GGUF file works. You can also drag one onto this window.</source>
      <translation>Jede GGUF-Datei funktioniert. Sie lässt sich auch auf dieses Fenster ziehen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Chat with {name}</source>
      <translation>Chatten mit {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Choose a model to begin</source>
      <translation>Zum Anfangen ein Modell wählen</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Example: {title}</source>
      <translation>Beispiel: {title}</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Explain how a boat sails against the wind</source>
      <translation>Erklären, wie ein Boot gegen den Wind segelt</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Explain how a sailing boat can sail against the wind.</source>
      <translation>Erkläre, wie ein Segelboot gegen den Wind segeln kann.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <location filename="leeward/ui/model_picker.py" />
      <source>Get models…</source>
      <translation>Modelle holen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Getting {name} ready</source>
      <translation>{name} wird vorbereitet</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>It runs on this computer. Nothing you write leaves it.</source>
      <translation>Es läuft auf diesem Computer. Nichts Geschriebenes verlässt ihn.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <location filename="leeward/ui/model_picker.py" />
      <source>Open a GGUF file…</source>
      <translation>GGUF-Datei öffnen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write a Python function that tells whether a word is a palindrome, with an example.</source>
      <translation>Schreibe eine Python-Funktion, die sagt, ob ein Wort ein Palindrom ist, mit einem Beispiel.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write a short, friendly e-mail that asks my landlord to repair the heating.</source>
      <translation>Schreibe eine kurze, freundliche E-Mail, in der ich meinen Vermieter bitte, die Heizung zu reparieren.</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write a small Python program</source>
      <translation>Ein kleines Python-Programm schreiben</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>Write an e-mail to my landlord</source>
      <translation>Eine E-Mail an den Vermieter schreiben</translation>
    </message>
    <message>
      <location filename="leeward/ui/empty_state.py" />
      <source>You can already write your message.</source>
      <translation>Die Nachricht kann schon geschrieben werden.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Forgets what was done before.</source>
      <translation>Vergisst, was vorher erledigt wurde.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>How far the table is</source>
      <translation>Wie weit die Tabelle ist</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Looking at the texts…</source>
      <translation>Texte werden angesehen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>No model is loaded. Load one before you start.</source>
      <translation>Es ist kein Modell geladen. Vor dem Start eines laden.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/extraction/words.py" />
      <source>No model is loaded. Load one, then start again.</source>
      <translation>Es ist kein Modell geladen. Eines laden, dann noch einmal starten.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>No program here opens it. The table is {path}.</source>
      <translation>Kein Programm hier öffnet sie. Die Tabelle ist {path}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Open the table</source>
      <translation>Tabelle öffnen</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Read all anew</source>
      <translation>Alles neu lesen</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Replace it</source>
      <translation>Ersetzen</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Start</source>
      <translation>Starten</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Stopping…</source>
      <translation>Wird gestoppt…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>Texts into a table</source>
      <translation>Texte in eine Tabelle</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>This window can be closed: the table goes on. Chats are answered in between, and first.</source>
      <translation>Dieses Fenster kann geschlossen werden: Die Tabelle geht weiter. Chats werden zwischendurch beantwortet, und zwar zuerst.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/dialog.py" />
      <source>{model} reads every text, as the persona “{persona}”. What is too long for it is read in parts, a row each.</source>
      <translation>{model} liest jeden Text, als Persona „{persona}“. Was zu lang dafür ist, wird in Teilen gelesen, je eine Zeile.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>All files</source>
      <translation>Alle Dateien</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>As CSV, for spreadsheets</source>
      <translation>Als CSV, für Tabellenprogramme</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>As JSON Lines, for programs</source>
      <translation>Als JSON Lines, für Programme</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose a folder, or drop it here</source>
      <translation>Einen Ordner wählen oder hier ablegen</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose the folder with the texts</source>
      <translation>Ordner mit den Texten wählen</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose the folder with the texts first.</source>
      <translation>Zuerst den Ordner mit den Texten wählen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose where the table goes</source>
      <translation>Ort der Tabelle wählen</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Choose…</source>
      <translation>Wählen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Example</source>
      <translation>Beispiel</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Folder with the texts</source>
      <translation>Ordner mit den Texten</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <source>JSON schema</source>
      <translation>JSON-Schema</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>JSON schemas</source>
      <translation>JSON-Schemas</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Mend the JSON schema first, or take the example.</source>
      <translation>Zuerst das JSON-Schema korrigieren oder das Beispiel nehmen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Open a JSON schema</source>
      <translation>JSON-Schema öffnen</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Open a file with a JSON schema</source>
      <translation>Eine Datei mit einem JSON-Schema öffnen</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Open a file…</source>
      <translation>Datei öffnen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Put in the example of a schema</source>
      <translation>Ein Beispielschema einsetzen</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Say where the table goes.</source>
      <translation>Angeben, wohin die Tabelle soll.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Texts</source>
      <translation>Texte</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>The name of the table must end in {csv} or {jsonl}.</source>
      <translation>Der Name der Tabelle muss auf {csv} oder {jsonl} enden.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <location filename="leeward/ui/extraction/table.py" />
      <source>The table</source>
      <translation>Die Tabelle</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>What the table is made of</source>
      <translation>Woraus die Tabelle entsteht</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>What to take out of each, as a JSON schema</source>
      <translation>Was aus jedem Text entnommen wird, als JSON-Schema</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>Where the table goes</source>
      <translation>Wohin die Tabelle kommt</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/form.py" />
      <source>{name} cannot be used: {reason}. Choose another file.</source>
      <translation>{name} kann nicht verwendet werden: {reason}. Eine andere Datei wählen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/opening.py" />
      <source>“Turn texts into a table” of the actions (Ctrl+K) shows it.</source>
      <translation>„Texte in eine Tabelle verwandeln“ in den Aktionen (Ctrl+K) zeigt es an.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/table.py" />
      <source>As before</source>
      <translation>Wie vorher</translation>
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
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/table.py" />
      <location filename="leeward/ui/models_page/about_panel.py" />
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Problem</source>
      <translation>Problem</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/table.py" />
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>All {n} are done already. Write {name} again from what is known?</source>
      <translation>Alle {n} sind schon fertig. {name} aus dem Bekannten neu schreiben?</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Choose a row with a problem to read why; Back and Start try these once more.</source>
      <translation>Eine Zeile mit einem Problem wählen, um den Grund zu lesen; „Zurück“ und „Starten“ versuchen diese noch einmal.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Columns: {names}.</source>
      <translation>Spalten: {names}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Done: {rows} in {name}.</source>
      <translation>Fertig: {rows} in {name}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Leeward made a mistake, and wrote it into its log. Start again.</source>
      <translation>Leeward hat einen Fehler gemacht und ihn ins Protokoll geschrieben. Noch einmal starten.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Not right yet: {reason}.</source>
      <translation>Noch nicht richtig: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>Stopped.</source>
      <translation>Gestoppt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>The same table is being made by another Leeward. Wait until it is done, or choose another name.</source>
      <translation>Dieselbe Tabelle wird gerade von einem anderen Leeward erstellt. Warten, bis sie fertig ist, oder einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>The table cannot be written there. Choose a place where you may write.</source>
      <translation>Die Tabelle kann dort nicht geschrieben werden. Einen Ort mit Schreibrechten wählen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There are no files in it. Choose a folder with texts.</source>
      <translation>Es sind keine Dateien darin. Einen Ordner mit Texten wählen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There are no files to read. Choose a folder with texts.</source>
      <translation>Es gibt keine Dateien zu lesen. Einen Ordner mit Texten wählen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There is no folder {name} for the table. Choose another place.</source>
      <translation>Es gibt keinen Ordner {name} für die Tabelle. Einen anderen Ort wählen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>There is no such folder. Choose one that is there.</source>
      <translation>Diesen Ordner gibt es nicht. Einen vorhandenen wählen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>This schema can be used. It names no properties, so the table has one column, value.</source>
      <translation>Dieses Schema kann verwendet werden. Es nennt keine Eigenschaften, darum hat die Tabelle eine einzige Spalte, value.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>What is done is kept: Back and Start go on there.</source>
      <translation>Erledigtes bleibt erhalten: „Zurück“ und „Starten“ machen dort weiter.</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>about {duration}</source>
      <translation>etwa {duration}</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>reads {name}</source>
      <translation>liest {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>waits for the answer in the chat</source>
      <translation>wartet auf die Antwort im Chat</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} files, those in folders inside included.</source>
      <extracomment>For one: {n:,} file, those in folders inside included.</extracomment>
      <translation>
        <numerusform>{n:,} Datei, Unterordner eingeschlossen.</numerusform>
        <numerusform>{n:,} Dateien, Unterordner eingeschlossen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} of {all} are done already. Go on with the rest? {name} is written anew, with all of them.</source>
      <extracomment>For one: {n:,} of {all} is done already. Go on with the rest? {name} is written anew, with all of them.</extracomment>
      <translation>
        <numerusform>{n:,} von {all} ist schon fertig. Mit dem Rest weitermachen? {name} wird neu geschrieben, mit allen.</numerusform>
        <numerusform>{n:,} von {all} sind schon fertig. Mit dem Rest weitermachen? {name} wird neu geschrieben, mit allen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} of {all} are in {name}.</source>
      <extracomment>For one: {n:,} of {all} is in {name}.</extracomment>
      <translation>
        <numerusform>{n:,} von {all} ist in {name}.</numerusform>
        <numerusform>{n:,} von {all} sind in {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} rows</source>
      <extracomment>For one: {n:,} row</extracomment>
      <translation>
        <numerusform>{n:,} Zeile</numerusform>
        <numerusform>{n:,} Zeilen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n:,} with problems</source>
      <extracomment>For one: {n:,} with a problem</extracomment>
      <translation>
        <numerusform>{n:,} mit einem Problem</numerusform>
        <numerusform>{n:,} mit Problemen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>{name} is there already. Replace it by the new table?</source>
      <translation>{name} ist schon da. Durch die neue Tabelle ersetzen?</translation>
    </message>
    <message>
      <location filename="leeward/ui/extraction/words.py" />
      <source>{n} of {all}</source>
      <translation>{n} von {all}</translation>
    </message>
    <message>
      <location filename="leeward/ui/follow_up_bar.py" />
      <source>Puts this question into the message field</source>
      <translation>Setzt diese Frage in das Nachrichtenfeld</translation>
    </message>
    <message>
      <location filename="leeward/ui/follow_up_bar.py" />
      <source>What you could ask next</source>
      <translation>Was Sie als Nächstes fragen könnten</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>An answer needs some {room:,} more. The oldest messages can leave the model's memory: they stay in the chat, and a line shows where its memory begins.</source>
      <translation>Eine Antwort braucht etwa {room:,} mehr. Die ältesten Nachrichten können das Gedächtnis des Modells verlassen: Sie bleiben im Chat, und eine Linie zeigt, wo das Gedächtnis beginnt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>An answer needs some {room:,} more. The oldest messages can leave the model's memory: they stay in the chat, and a line shows where its memory begins. Or it goes on from a summary, which it writes into the chat.</source>
      <translation>Eine Antwort braucht etwa {room:,} mehr. Die ältesten Nachrichten können das Gedächtnis des Modells verlassen: Sie bleiben im Chat, und eine Linie zeigt, wo das Gedächtnis beginnt. Oder es macht mit einer Zusammenfassung weiter, die es in den Chat schreibt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Do not send</source>
      <translation>Nicht senden</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Forget the oldest</source>
      <translation>Älteste vergessen</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>In every chat</source>
      <translation>In jedem Chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Let the oldest messages leave in every chat, without asking</source>
      <translation>Die ältesten Nachrichten in jedem Chat vergessen, ohne zu fragen</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Send anyway</source>
      <translation>Trotzdem senden</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Shorten it, take files off, or set a larger context length. Nothing was sent.</source>
      <translation>Kürzen, Dateien entfernen oder eine größere Kontextlänge einstellen. Es wurde nichts gesendet.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Shorten the message, or send it as it is.</source>
      <translation>Die Nachricht kürzen oder so senden, wie sie ist.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>Summarise it</source>
      <translation>Zusammenfassen</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>The summary is a message of the chat that you can read and edit</source>
      <translation>Die Zusammenfassung ist eine Nachricht im Chat, die sich lesen und bearbeiten lässt</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>This does not fit: the chat would take {n} of the model's {size:,} tokens.</source>
      <translation>Das passt nicht: Der Chat würde {n} der {size:,} Tokens des Modells brauchen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>This leaves {n} tokens for the answer, which will be cut.</source>
      <translation>So bleiben {n} Tokens für die Antwort, die damit abgeschnitten wird.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>This message alone has {n} tokens; the model takes {size:,}.</source>
      <translation>Diese Nachricht allein hat {n} Tokens; das Modell nimmt {size:,}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/full_panel.py" />
      <source>about {n:,}</source>
      <translation>etwa {n:,}</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Answers as {name}</source>
      <translation>Antwortet als {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Asleep</source>
      <translation>Schläft</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Cancel loading</source>
      <translation>Laden abbrechen</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Its memory is free. It is loaded again when you write.</source>
      <translation>Sein Speicher ist frei. Es wird wieder geladen, wenn Sie schreiben.</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Loading the model</source>
      <translation>Modell wird geladen</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Loading {percent} %</source>
      <translation>Lädt: {percent} %</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>Nothing of this chat is written to the disk. It is gone when Leeward ends.</source>
      <translation>Nichts aus diesem Chat wird auf den Datenträger geschrieben. Er ist weg, wenn Leeward endet.</translation>
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
      <translation>Personas: {name} antwortet</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/sidebar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Show or hide the sidebar</source>
      <translation>Seitenleiste ein- oder ausblenden</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/sidebar.py" />
      <source>Temporary chat: nothing of it is kept</source>
      <translation>Temporärer Chat: Nichts davon wird aufbewahrt</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/tuning_row.py" />
      <source>Trying what is fastest here…</source>
      <translation>Probiere, was hier am schnellsten ist …</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>What the model sees</source>
      <translation>Was das Modell sieht</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>a change early in a chat may have to be read from the start</source>
      <translation>eine frühe Änderung in einem Chat muss womöglich von vorn gelesen werden</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>loaded in {seconds:.1f} s</source>
      <translation>in {seconds:.1f} s geladen</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>loading</source>
      <translation>wird geladen</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <source>with {adapter} ({scale:g})</source>
      <translation>mit {adapter} ({scale:g})</translation>
    </message>
    <message>
      <location filename="leeward/ui/header.py" />
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:,} tokens of context</source>
      <translation>{n:,} Tokens Kontext</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_action.py" />
      <source>Forget what was read ({size} on disk)</source>
      <translation>Gelesenes vergessen ({size} auf der Platte)</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_action.py" />
      <source>Nothing that was read is kept on disk</source>
      <translation>Nichts Gelesenes liegt auf der Platte</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_action.py" />
      <source>The chat stays. The model reads it again when it is asked something in it.</source>
      <translation>Der Chat bleibt. Das Modell liest ihn noch einmal, wenn darin wieder etwas gefragt wird.</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Delete what was read</source>
      <translation>Gelesenes löschen</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Kept now</source>
      <translation>Jetzt aufbewahrt</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Most of “{title}”: {size}.</source>
      <translation>Am meisten von „{title}“: {size}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Nothing is kept.</source>
      <translation>Es ist nichts aufbewahrt.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/kept_row.py" />
      <source>Of {n:,} chats: {size}.</source>
      <extracomment>For one: Of {n:,} chat: {size}.</extracomment>
      <translation>
        <numerusform>Von {n:,} Chat: {size}.</numerusform>
        <numerusform>Von {n:,} Chats: {size}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/kept_row.py" />
      <source>Without it chats are read again when they are opened.</source>
      <translation>Ohne das werden Chats beim Öffnen erneut gelesen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>In its own letters the name is {name}: look whether it is the one you expect.</source>
      <translation>In seiner eigenen Schrift lautet der Name {name}: Bitte prüfen, ob es der erwartete ist.</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>Open this link?</source>
      <translation>Diesen Link öffnen?</translation>
    </message>
    <message>
      <location filename="leeward/ui/link_dialog.py" />
      <source>This opens in another program:</source>
      <translation>Das öffnet sich in einem anderen Programm:</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>Drop text files here to attach them</source>
      <translation>Textdateien zum Anhängen hier ablegen</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>Drop the model here to load it</source>
      <translation>Das Modell zum Laden hier ablegen</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>GGUF models (*.gguf);;All files (*)</source>
      <translation>GGUF-Modelle (*.gguf);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>Open a model</source>
      <translation>Modell öffnen</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>The chat was deleted</source>
      <translation>Der Chat wurde gelöscht</translation>
    </message>
    <message>
      <location filename="leeward/ui/main_window.py" />
      <source>“{title}” was deleted</source>
      <translation>„{title}“ wurde gelöscht</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>About {name}: {warnings}</source>
      <translation>Zu {name}: {warnings}</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. A newer file of this model may bring a better one.</source>
      <translation>Antworten können seltsam sein. Eine neuere Datei dieses Modells bringt vielleicht eine bessere mit.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. The Models page offers the built-in template {name} instead, when it is chosen there.</source>
      <translation>Antworten können seltsam sein. Auf der Seite „Modelle“ lässt sich stattdessen die eingebaute Vorlage {name} verwenden, wenn es dort ausgewählt ist.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. The Models page says all that was found, when it is chosen there.</source>
      <translation>Antworten können seltsam sein. Auf der Seite „Modelle“ steht alles, was gefunden wurde, wenn es dort ausgewählt ist.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Answers may be odd. “What the model sees” above shows the exact prompt.</source>
      <translation>Antworten können seltsam sein. „Was das Modell sieht“ oben zeigt den genauen Prompt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>It may still be working. After {seconds:.0f} seconds it is started again by itself. Your text is safe.</source>
      <translation>Vielleicht arbeitet sie noch. Nach {seconds:.0f} Sekunden wird sie von selbst neu gestartet. Der Text ist sicher.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Loading {name} was cancelled</source>
      <translation>Das Laden von {name} wurde abgebrochen</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>More can be had by closing other programs or with a smaller model.</source>
      <translation>Mehr gibt es, wenn andere Programme geschlossen werden, oder mit einem kleineren Modell.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>Starting the engine again</source>
      <translation>Engine wird neu gestartet</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>The chat template of {name} is not used: {reason}.</source>
      <translation>Die Chatvorlage von {name} wird nicht verwendet: {reason}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>The chat template of {name}: {finding}</source>
      <translation>Die Chatvorlage von {name}: {finding}</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_loading.py" />
      <source>The engine has not answered for {seconds:.0f} seconds.</source>
      <translation>Die Engine hat seit {seconds:.0f} Sekunden nicht reagiert.</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <location filename="leeward/ui/speed/model_menu.py" />
      <source>Model: {name}</source>
      <translation>Modell: {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <source>Starter model</source>
      <translation>Modell für den Anfang</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <source>Used before</source>
      <translation>Schon verwendet</translation>
    </message>
    <message>
      <location filename="leeward/ui/model_picker.py" />
      <source>{name} (file is gone: remove from the list)</source>
      <translation>{name} (Datei fehlt: aus der Liste entfernen)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Delete the file…</source>
      <translation>Datei löschen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>It is in use. Load another model to take it away.</source>
      <translation>Es wird verwendet. Zum Entfernen ein anderes Modell laden.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Reading the file…</source>
      <translation>Datei wird gelesen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Remove the link…</source>
      <translation>Verknüpfung entfernen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Special tokens</source>
      <translation>Spezielle Tokens</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Take off the list…</source>
      <translation>Aus der Liste nehmen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>Weights</source>
      <translation>Gewichte</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>What it is</source>
      <translation>Was es ist</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/about_panel.py" />
      <source>{n} tensors</source>
      <extracomment>For one: {n} tensor</extracomment>
      <translation>
        <numerusform>{n} Tensor</numerusform>
        <numerusform>{n} Tensoren</numerusform>
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
      <translation>1 ist so stark wie trainiert.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>Add an adapter…</source>
      <translation>Adapter hinzufügen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>LoRA adapters (*.gguf);;All files (*)</source>
      <translation>LoRA-Adapter (*.gguf);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>Strength of {name}</source>
      <translation>Stärke von {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>Take {name} off this model</source>
      <translation>{name} von diesem Modell entfernen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/adapters_field.py" />
      <source>{label}: add a LoRA adapter</source>
      <translation>{label}: einen LoRA-Adapter hinzufügen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>About this model</source>
      <translation>Über dieses Modell</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Choose a model to see what it needs and what files there are.</source>
      <translation>Ein Modell wählen, um zu sehen, was es braucht und welche Dateien es gibt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Download {size}</source>
      <translation>{size} herunterladen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Files of this model</source>
      <translation>Dateien dieses Modells</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>In the list of downloads below</source>
      <translation>Unten in der Liste der Downloads</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Load it again with these settings</source>
      <translation>Mit diesen Einstellungen neu laden</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Reading what files it has…</source>
      <translation>Vorhandene Dateien werden gelesen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>Show its page in the browser</source>
      <translation>Seite im Browser anzeigen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>There is no GGUF model in this repository.</source>
      <translation>In diesem Repository gibt es kein GGUF-Modell.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Use now</source>
      <translation>Jetzt verwenden</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/detail.py" />
      <source>terms to accept on its page</source>
      <translation>Bedingungen auf der Seite anzunehmen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Cancel {name}</source>
      <translation>{name} abbrechen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Download of {name}</source>
      <translation>Download von {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Go on with {name}</source>
      <translation>{name} weiter herunterladen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Pause {name}</source>
      <translation>{name} anhalten</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Paused</source>
      <translation>Angehalten</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Take {name} off this list</source>
      <translation>{name} aus dieser Liste nehmen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Try {name} again</source>
      <translation>{name} erneut versuchen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Use {name} now</source>
      <translation>{name} jetzt verwenden</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Verified and ready · {size}</source>
      <translation>Geprüft und bereit · {size}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>Waiting for its turn</source>
      <translation>In der Warteschlange</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>waiting for the server</source>
      <translation>Warten auf den Server</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>{percent:.0f} % · {done} of {size}</source>
      <translation>{percent:.0f} % · {done} von {size}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/download_row.py" />
      <source>{size} a second · about {duration} left</source>
      <translation>{size} pro Sekunde · noch etwa {duration}</translation>
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
        <numerusform>Download: {percent} %</numerusform>
        <numerusform>{n} Modelle werden heruntergeladen: {percent} %</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <source>Downloads</source>
      <translation>Downloads</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <source>about {duration} left</source>
      <translation>noch etwa {duration}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/downloads_strip.py" />
      <source>{size} a second</source>
      <translation>{size} pro Sekunde</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>Choose a draft model…</source>
      <translation>Entwurfsmodell wählen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>Models (*.gguf);;All files (*)</source>
      <translation>Modelle (*.gguf);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>Use no draft model</source>
      <translation>Kein Entwurfsmodell verwenden</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/draft_field.py" />
      <source>{label}: choose a small model</source>
      <translation>{label}: ein kleines Modell wählen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Context length</source>
      <translation>Kontextlänge</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Full</source>
      <translation>Voll</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Half</source>
      <translation>Hälfte</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Keys and values</source>
      <translation>KV-Cache</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Keys and values in f16</source>
      <translation>KV-Cache in f16</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Keys and values in q4_0: a quarter of the memory, and answers may be worse</source>
      <translation>KV-Cache in q4_0: ein Viertel des Speichers, Antworten können schlechter sein</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Keys and values in q8_0: half the memory, prompts are read more slowly</source>
      <translation>KV-Cache in q8_0: halber Speicher, Prompts werden langsamer gelesen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Let Leeward choose</source>
      <translation>Leeward wählen lassen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Measure this machine ({seconds:.0f} s)</source>
      <translation>Diesen Computer messen ({seconds:.0f} s)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Measuring… Cancel</source>
      <translation>Misst… Abbrechen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Quarter</source>
      <translation>Viertel</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>Reading what the file says of itself: a few MB, not the model.</source>
      <translation>Es wird gelesen, was die Datei über sich selbst sagt: ein paar MB, nicht das Modell.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/fit_panel.py" />
      <source>What this file needs is not known.</source>
      <translation>Was diese Datei braucht, ist nicht bekannt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/here.py" />
      <source>{name}: {what}.</source>
      <translation>{name}: {what}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Choose a folder…</source>
      <translation>Ordner wählen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Choose at least one model, and the folder for the pack.</source>
      <translation>Mindestens ein Modell und den Ordner für das Paket wählen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Copying, and comparing every hash. Nothing is added before all of them are right.</source>
      <translation>Es wird kopiert und jeder Hash verglichen. Hinzugefügt wird erst, wenn alle stimmen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Copying, and counting the hashes…</source>
      <translation>Es wird kopiert und die Hashes werden berechnet…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Folder for the model pack</source>
      <translation>Ordner für das Modellpaket</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Make a model pack</source>
      <translation>Modellpaket erstellen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Make the pack</source>
      <translation>Paket erstellen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/models_page/page.py" />
      <location filename="leeward/ui/sidebar.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Needs {needed}; {free} is free in {folder}.</source>
      <translation>Braucht {needed}; in {folder} sind {free} frei.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Needs {needed}; {free} is free there.</source>
      <translation>Braucht {needed}; dort sind {free} frei.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>No folder chosen yet</source>
      <translation>Noch kein Ordner gewählt</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <location filename="leeward/ui/models_page/sources.py" />
      <source>Open a model pack</source>
      <translation>Modellpaket öffnen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Reading what is in it…</source>
      <translation>Inhalt wird gelesen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Stopped: nothing was added. What was copied is kept, and the next try goes on behind it.</source>
      <translation>Gestoppt: Es wurde nichts hinzugefügt. Kopiertes bleibt erhalten, und der nächste Versuch macht dahinter weiter.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>That is not enough, unless part of it is there already.</source>
      <translation>Das reicht nicht, es sei denn, ein Teil ist schon dort.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>The models are copied with their hashes. The folder can be on a USB stick.</source>
      <translation>Die Modelle werden mit ihren Hashes kopiert. Der Ordner kann auf einem USB-Stick liegen.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>The pack is ready: {n} models with hashes in {folder}.</source>
      <extracomment>For one: The pack is ready: {n} model with hashes in {folder}.</extracomment>
      <translation>
        <numerusform>Das Paket ist fertig: {n} Modell mit Hashes in {folder}.</numerusform>
        <numerusform>Das Paket ist fertig: {n} Modelle mit Hashes in {folder}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>This pack is empty.</source>
      <translation>Dieses Paket ist leer.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Verify and add</source>
      <translation>Prüfen und hinzufügen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>Which models are to be in it?</source>
      <translation>Welche Modelle sollen hinein?</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/pack_dialogs.py" />
      <source>{n} models are here now. Every hash was right.</source>
      <extracomment>For one: {n} model is here now. Every hash was right.</extracomment>
      <translation>
        <numerusform>{n} Modell ist jetzt hier. Jeder Hash stimmte.</numerusform>
        <numerusform>{n} Modelle sind jetzt hier. Jeder Hash stimmte.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Back to the chat</source>
      <translation>Zurück zum Chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Back to the list</source>
      <translation>Zurück zur Liste</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Nothing was found for “{query}”.</source>
      <translation>Für „{query}“ wurde nichts gefunden.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Searching…</source>
      <translation>Suche läuft…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>Where models come from, and model packs</source>
      <translation>Woher Modelle kommen, und Modellpakete</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/page.py" />
      <source>what you named</source>
      <translation>das genannte</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Delete {name}? This cannot be undone.</source>
      <translation>{name} löschen? Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Delete {name}? {n} files, {size}, cannot be brought back.</source>
      <extracomment>For one: Delete {name}? The file, {size}, cannot be brought back.</extracomment>
      <translation>
        <numerusform>{name} löschen? Die Datei, {size}, kann nicht zurückgeholt werden.</numerusform>
        <numerusform>{name} löschen? {n} Dateien, {size}, können nicht zurückgeholt werden.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Remove the link to {name}? The file it leads to stays.</source>
      <translation>Die Verknüpfung zu {name} entfernen? Die Datei dahinter bleibt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>Take {name} off the list? Its files stay.</source>
      <translation>{name} aus der Liste nehmen? Die Dateien bleiben.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/remove_dialog.py" />
      <source>{deed}?</source>
      <translation>{deed}?</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>No model yet. Search for one above, or drop a GGUF file on this window.</source>
      <translation>Noch kein Modell. Oben eines suchen oder eine GGUF-Datei auf dieses Fenster ziehen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>On this computer</source>
      <translation>Auf diesem Computer</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>Recommended</source>
      <translation>Empfohlen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>Suggested</source>
      <translation>Vorschläge</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>cannot be fetched: {problem}</source>
      <translation>kann nicht geladen werden: {problem}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>changed {date}</source>
      <translation>geändert {date}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>drive is not there</source>
      <translation>Laufwerk ist nicht da</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>file is gone</source>
      <translation>Datei fehlt</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>languages: {names}</source>
      <translation>Sprachen: {names}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>licence not stated</source>
      <translation>Lizenz nicht angegeben</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>licence: {name}</source>
      <translation>Lizenz: {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>terms to accept</source>
      <translation>Bedingungen anzunehmen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>with its projector for pictures</source>
      <translation>mit seinem Projektor für Bilder</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:,} downloads a month</source>
      <translation>{n:,} Downloads im Monat</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:,} likes</source>
      <extracomment>For one: {n} like</extracomment>
      <translation>
        <numerusform>{n} Like</numerusform>
        <numerusform>{n:,} Likes</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:.0f}k</source>
      <translation>{n:.0f} Tsd.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n:.1f}M</source>
      <translation>{n:.1f} Mio.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/models_page/rows.py" />
      <source>{n} parts</source>
      <extracomment>For one: {n} part</extracomment>
      <translation>
        <numerusform>{n} Teil</numerusform>
        <numerusform>{n} Teile</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Most downloaded</source>
      <translation>Meiste Downloads</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Most liked</source>
      <translation>Meiste Likes</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Newest</source>
      <translation>Neueste</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Order of results: {order}</source>
      <translation>Reihenfolge der Ergebnisse: {order}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <location filename="leeward/ui/sidebar.py" />
      <source>Search</source>
      <translation>Suche</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/search_bar.py" />
      <source>Search models, or paste an address or repo id</source>
      <translation>Modelle suchen oder Adresse bzw. Repo-ID einfügen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <source>Automatic (off)</source>
      <translation>Automatisch (aus)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <source>Automatic (on)</source>
      <translation>Automatisch (ein)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <source>Automatic ({value:g})</source>
      <translation>Automatisch ({value:g})</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <location filename="leeward/ui/personas/samplers_panel.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Off</source>
      <translation>Aus</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/setting_fields.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>On</source>
      <translation>Ein</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/receipt_text.py" />
      <source>Adapters</source>
      <translation>Adapter</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Batch</source>
      <translation>Batch</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Chat template</source>
      <translation>Chatvorlage</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Draft model</source>
      <translation>Entwurfsmodell</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Experts on the processor</source>
      <translation>Experten auf dem Prozessor</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Factor</source>
      <translation>Faktor</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Flash attention</source>
      <translation>Flash Attention</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Fold the settings</source>
      <translation>Einstellungen einklappen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>GPU layers</source>
      <translation>GPU-Schichten</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>How it is loaded</source>
      <translation>Wie es geladen wird</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>How words are drawn</source>
      <translation>Wie Wörter gezogen werden</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It costs no memory.</source>
      <translation>Es kostet keinen Speicher.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It stays on: keys and values that are stored smaller need it.</source>
      <translation>Bleibt ein: Ein kleiner gespeicherter KV-Cache braucht das.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It takes {size} less than Leeward's choice.</source>
      <translation>Belegt {size} weniger als Leewards Wahl.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>It takes {size} more than Leeward's choice.</source>
      <translation>Belegt {size} mehr als Leewards Wahl.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Leeward chooses everything for this machine.</source>
      <translation>Leeward wählt alles für diesen Computer.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Let Leeward choose everything</source>
      <translation>Leeward alles wählen lassen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Linear</source>
      <translation>Linear</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Lock in memory</source>
      <translation>Im Speicher festhalten</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Map the file</source>
      <translation>Datei einblenden (mmap)</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Micro-batch</source>
      <translation>Micro-Batch</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>More context than it was trained for</source>
      <translation>Mehr Kontext, als es trainiert wurde</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>None</source>
      <comment>of stretched positions</comment>
      <translation>Keine</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Set by you: {names}.</source>
      <translation>Selbst eingestellt: {names}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Set it up</source>
      <translation>Anpassen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Settings of this model</source>
      <translation>Einstellungen dieses Modells</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>Stretched positions</source>
      <translation>Gestreckte Positionen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/settings_panel.py" />
      <source>The makers suggest {value:g}.</source>
      <translation>Die Hersteller empfehlen {value:g}.</translation>
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
      <translation>Ein Ordner mit Modellen und ihren Hashes, für einen USB-Stick. Nichts davon geht über ein Netzwerk.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a file…</source>
      <translation>Datei hinzufügen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a folder of models</source>
      <translation>Ordner mit Modellen hinzufügen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a folder…</source>
      <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Add a model file</source>
      <translation>Modelldatei hinzufügen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>FOLDERS AND FILES</source>
      <translation>ORDNER UND DATEIEN</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Listed from now on, and left where it lies: {name}</source>
      <translation>Ab jetzt in der Liste und dort belassen, wo es liegt: {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Looking what is there…</source>
      <translation>Vorhandenes wird gesucht…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>MODEL PACKS</source>
      <translation>MODELLPAKETE</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Make a model pack…</source>
      <translation>Modellpaket erstellen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Models are used where they lie, also on other drives.</source>
      <translation>Modelle werden dort verwendet, wo sie liegen, auch auf anderen Laufwerken.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Not found here: {names}.</source>
      <translation>Hier nicht gefunden: {names}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>OTHER PROGRAMS</source>
      <translation>ANDERE PROGRAMME</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Open a model pack…</source>
      <translation>Modellpaket öffnen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Take {name} off the list</source>
      <translation>{name} aus der Liste nehmen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Taken off the list. Its files stay.</source>
      <translation>Aus der Liste genommen. Die Dateien bleiben.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Ticked ones are listed and used where they lie. Leeward never changes, moves or deletes them.</source>
      <translation>Angekreuzte stehen in der Liste und werden dort verwendet, wo sie liegen. Leeward ändert, verschiebt oder löscht sie nie.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>Where models come from</source>
      <translation>Woher Modelle kommen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>a single file</source>
      <translation>eine einzelne Datei</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/sources_dialog.py" />
      <source>downloads go here</source>
      <translation>Downloads kommen hierher</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_field.py" />
      <source>The chat template of the file</source>
      <translation>Die Chatvorlage der Datei</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>A text of your own is used instead of the file's own, from the next load on.</source>
      <translation>Ab dem nächsten Laden wird ein eigener Text statt der Vorlage der Datei verwendet.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Another model is being checked… Cancel</source>
      <translation>Ein anderes Modell wird geprüft… Abbrechen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Back to the file's own template</source>
      <translation>Zurück zur Vorlage der Datei</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Check the template</source>
      <translation>Vorlage prüfen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Checking… Cancel</source>
      <translation>Prüft… Abbrechen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Choose a built-in template</source>
      <translation>Eingebaute Vorlage wählen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Hide the template</source>
      <translation>Vorlage ausblenden</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>It is longer: only the first {n:,} characters are shown.</source>
      <translation>Sie ist länger: Nur die ersten {n:,} Zeichen werden gezeigt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Nothing was checked.</source>
      <translation>Es wurde nichts geprüft.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>OK</source>
      <translation>OK</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Show the template</source>
      <translation>Vorlage anzeigen</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The built-in template {name} is used instead of the file's own, from the next load on.</source>
      <translation>Ab dem nächsten Laden wird die eingebaute Vorlage {name} statt der Vorlage der Datei verwendet.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The file has none.</source>
      <translation>Die Datei hat keine.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The file's own is used.</source>
      <translation>Die Vorlage der Datei wird verwendet.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The model was not asked anything yet.</source>
      <translation>Das Modell wurde noch nichts gefragt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The template does not suit this model.</source>
      <translation>Die Vorlage passt nicht zum Modell.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The template is in order.</source>
      <translation>Die Vorlage ist in Ordnung.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>The template works, with reservations.</source>
      <translation>Die Vorlage funktioniert, mit Einschränkungen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Use a built-in template instead</source>
      <translation>Stattdessen eine eingebaute Vorlage verwenden</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Use the built-in template {name} instead</source>
      <translation>Stattdessen die eingebaute Vorlage {name} verwenden</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/template_panel.py" />
      <source>Warning</source>
      <translation>Warnung</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/this_machine.py" />
      <source>Nothing was measured.</source>
      <translation>Es wurde nichts gemessen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/models_page/this_machine.py" />
      <source>Open a model first: the machine is measured with one.</source>
      <translation>Zuerst ein Modell öffnen: Der Computer wird mit einem gemessen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Choose it again when the answer is there.</source>
      <translation>Noch einmal wählen, wenn die Antwort da ist.</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Delete for good</source>
      <translation>Endgültig löschen</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Keep</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Make the folder</source>
      <translation>Ordner anlegen</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Name of the new folder</source>
      <translation>Name des neuen Ordners</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Search again.</source>
      <translation>Noch einmal suchen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Tags of this chat</source>
      <translation>Tags dieses Chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>The chat is in the archive</source>
      <translation>Der Chat ist im Archiv</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>The folder “{name}” was deleted</source>
      <translation>Der Ordner „{name}“ wurde gelöscht</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/organising.py" />
      <source>The folder “{name}” was deleted; its {n:,} chats stayed</source>
      <extracomment>For one: The folder “{name}” was deleted; its {n:,} chat stayed</extracomment>
      <translation>
        <numerusform>Der Ordner „{name}“ wurde gelöscht; {n:,} Chat daraus ist geblieben</numerusform>
        <numerusform>Der Ordner „{name}“ wurde gelöscht; {n:,} Chats daraus sind geblieben</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>What was found is not in this chat any more.</source>
      <translation>Der Fund ist nicht mehr in diesem Chat.</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>What was found is on another branch of this chat.</source>
      <translation>Der Fund ist in einem anderen Zweig dieses Chats.</translation>
    </message>
    <message>
      <location filename="leeward/ui/organising.py" />
      <source>Words separated by spaces. Type #word into the search to find the chat again.</source>
      <translation>Wörter, durch Leerzeichen getrennt. Mit #Wort in der Suche lässt sich der Chat wiederfinden.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>A persona is instructions, and how the model answers, under one name. New chats begin with its instructions.</source>
      <translation>Eine Persona ist eine Anleitung und die Art, wie das Modell antwortet, unter einem Namen. Neue Chats beginnen mit ihren Anweisungen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Adapters {names}</source>
      <translation>Adapter {names}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Answers as JSON</source>
      <translation>Antwortet als JSON</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Answers by a grammar</source>
      <translation>Antwortet nach einer Grammatik</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>At most {n:,} tokens</source>
      <translation>Höchstens {n:,} Tokens</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Deleted: {name}</source>
      <translation>Gelöscht: {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Edit…</source>
      <translation>Bearbeiten…</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Export the persona</source>
      <translation>Persona exportieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Import a persona</source>
      <translation>Persona importieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Import…</source>
      <translation>Importieren…</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>In use</source>
      <translation>Wird verwendet</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Kept: {name}</source>
      <translation>Gespeichert: {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Model {name}</source>
      <translation>Modell {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>New persona</source>
      <translation>Neue Persona</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>New…</source>
      <translation>Neu…</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>None: the model and the settings decide</source>
      <translation>Keine: Modell und Einstellungen entscheiden</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Personas (*.toml);;All files (*)</source>
      <translation>Personas (*.toml);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>The model and the settings decide again.</source>
      <translation>Modell und Einstellungen entscheiden wieder.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>There is a persona of that name already. Delete it first, or give the other one another name.</source>
      <translation>Es gibt schon eine Persona mit diesem Namen. Diese zuerst löschen oder der anderen einen anderen Namen geben.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Use</source>
      <translation>Verwenden</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>What it says</source>
      <translation>Was sie sagt</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>Written: {name}</source>
      <translation>Geschrieben: {name}</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>in use</source>
      <translation>wird verwendet</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>yours</source>
      <translation>eigene</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/dialog.py" />
      <source>{name} answers from now on.</source>
      <translation>{name} antwortet ab jetzt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>An answer ends before the first of them. One a line; \n is a line end.</source>
      <translation>Eine Antwort endet vor dem ersten davon. Einer pro Zeile; \n steht für ein Zeilenende.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Any</source>
      <translation>Beliebig</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>As the list of models calls it. Empty: whichever is loaded.</source>
      <translation>Wie es in der Liste der Modelle heißt. Leer: welches gerade geladen ist.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>By which it is chosen.</source>
      <translation>Unter diesem Namen wird sie gewählt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Every new chat begins with them.</source>
      <translation>Jeder neue Chat beginnt damit.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Fold how words are drawn</source>
      <translation>Einklappen, wie Wörter gezogen werden</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Form of the answer</source>
      <translation>Form der Antwort</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Form of the answer: Free</source>
      <translation>Form der Antwort: Frei</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Free</source>
      <comment>any form</comment>
      <translation>Frei</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Grammar (GBNF)</source>
      <translation>Grammatik (GBNF)</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>In a sentence, for the list.</source>
      <translation>In einem Satz, für die Liste.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Instructions</source>
      <translation>Anweisungen</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>JSON schema or grammar</source>
      <translation>JSON-Schema oder Grammatik</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>LoRA adapters by file name, from the model folders. One a line; behind a colon how strong.</source>
      <translation>LoRA-Adapter mit Dateinamen, aus den Modellordnern. Einer pro Zeile; hinter einem Doppelpunkt die Stärke.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <location filename="leeward/ui/settings_fields.py" />
      <source>Longest answer</source>
      <translation>Längste Antwort</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Not kept: {reason}.</source>
      <translation>Nicht gespeichert: {reason}.</translation>
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
      <translation>Einstellen, wie Wörter gezogen werden</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Some models can think before they answer.</source>
      <translation>Manche Modelle können vor der Antwort nachdenken.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Stop an answer after this many tokens.</source>
      <translation>Eine Antwort nach so vielen Tokens stoppen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Stop texts</source>
      <translation>Stopptexte</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>There is a persona of that name already. Choose another name.</source>
      <translation>Es gibt schon eine Persona mit diesem Namen. Einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Think first</source>
      <translation>Zuerst nachdenken</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>What an answer must look like.</source>
      <translation>Wie eine Antwort aussehen muss.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>What an answer must look like. Free is anything.</source>
      <translation>Wie eine Antwort aussehen muss. „Frei“ ist alles.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>What it is for</source>
      <translation>Wofür sie gedacht ist</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>Whether a model that can think before it answers does so.</source>
      <translation>Ob ein Modell, das vor der Antwort nachdenken kann, das auch tut.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/editor.py" />
      <source>behind the colon of an adapter stands a number</source>
      <translation>hinter dem Doppelpunkt eines Adapters steht eine Zahl</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/opening.py" />
      <source>Ask once more, or change the schema or the length of answers in the persona.</source>
      <translation>Noch einmal fragen oder in der Persona das Schema oder die Länge der Antworten ändern.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/opening.py" />
      <source>The answer does not fit the JSON schema of {name}: {problems}.</source>
      <translation>Die Antwort passt nicht zum JSON-Schema von {name}: {problems}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/personas/samplers_panel.py" />
      <source>None</source>
      <comment>nothing set</comment>
      <translation>Keine</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Before the text the tokenizer puts {text}.</source>
      <translation>Vor den Text setzt der Tokenizer {text}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Messages and their tokens</source>
      <translation>Nachrichten und ihre Tokens</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>Nothing was asked yet. Type a question, then look here what the model will be shown.</source>
      <translation>Es wurde noch nichts gefragt. Eine Frage schreiben, dann hier nachsehen, was dem Modell gezeigt wird.</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>The prompt is being made. While the model answers, it comes after the answer.</source>
      <translation>Der Prompt wird erstellt. Während das Modell antwortet, kommt er nach der Antwort.</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>The prompt, exactly as the model sees it</source>
      <translation>Der Prompt, genau wie ihn das Modell sieht</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>cannot be told</source>
      <translation>nicht bestimmbar</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/prompt_view_dialog.py" />
      <source>{n:,} tokens in all.</source>
      <extracomment>For one: {n:,} token in all.</extracomment>
      <translation>
        <numerusform>Insgesamt {n:,} Token.</numerusform>
        <numerusform>Insgesamt {n:,} Tokens.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Bring back the ready ones</source>
      <translation>Mitgelieferte zurückholen</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Name of the prompt</source>
      <translation>Name des Prompts</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Text of the prompt</source>
      <translation>Text des Prompts</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Type / at the beginning of a message to use one of these.</source>
      <translation>Mit / am Anfang einer Nachricht lässt sich einer davon verwenden.</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Undo delete</source>
      <translation>Löschen rückgängig machen</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>Undo: bring back {name}</source>
      <translation>Rückgängig: {name} zurückholen</translation>
    </message>
    <message>
      <location filename="leeward/ui/prompts_dialog.py" />
      <source>What is put into the message. A word in braces, like {language}, is filled in.</source>
      <translation>Was in die Nachricht eingesetzt wird. Ein Wort in Klammern wie {language} wird ausgefüllt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>How this answer was made</source>
      <translation>Wie diese Antwort entstand</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>Run again with its seed</source>
      <translation>Mit demselben Seed wiederholen</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_dialog.py" />
      <source>Where no seed was set, rounding may lead to other words.</source>
      <translation>Wo kein Seed gesetzt war, können Rundungen zu anderen Worten führen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Answer</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Continued</source>
      <translation>Fortgesetzt</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Ended</source>
      <translation>Beendet</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Engine</source>
      <translation>Engine</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Guessed</source>
      <translation>Geraten</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Load {model} first: it made this answer.</source>
      <translation>Zuerst {model} laden: Damit entstand diese Antwort.</translation>
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
      <translation>Geschwindigkeit</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was asked for in another form: another persona answers now.</source>
      <translation>Diese Antwort wurde in anderer Form verlangt: Jetzt antwortet eine andere Persona.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was made from a part of the chat.</source>
      <translation>Diese Antwort entstand aus einem Teil des Chats.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was made in several parts.</source>
      <translation>Diese Antwort entstand in mehreren Teilen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>This answer was made with other adapters than the model is loaded with now.</source>
      <translation>Diese Antwort entstand mit anderen Adaptern als denen, mit denen das Modell jetzt geladen ist.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>Time</source>
      <translation>Zeit</translation>
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
      <translation>Womit diese Antwort entstand, wurde nicht gespeichert.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>You wrote a part of this version. Run the version before it again.</source>
      <translation>Ein Teil dieser Version stammt von Ihnen. Stattdessen die Version davor wiederholen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>by itself</source>
      <translation>von selbst</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>by you; what the model wrote is the version before</source>
      <translation>von Ihnen; was das Modell schrieb, ist die Version davor</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>interrupted</source>
      <translation>unterbrochen</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>once</source>
      <translation>einmal</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>stopped by you</source>
      <translation>von Ihnen gestoppt</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>the limit of tokens, or the end of the context</source>
      <translation>durch das Token-Limit oder das Ende des Kontexts</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{first_token_s:.2f} s to the first token, {prompt_s:.2f} s of it reading</source>
      <translation>{first_token_s:.2f} s bis zum ersten Token, davon {prompt_s:.2f} s Lesen</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{first}, {decode_s:.2f} s writing</source>
      <translation>{first}, {decode_s:.2f} s Schreiben</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{n:,} tokens, {accepted:,} of them right</source>
      <translation>{n:,} Tokens, davon {accepted:,} richtig</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{n} times</source>
      <translation>{n}-mal</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{prompt_tokens:,} tokens: {reused_tokens:,} reused, {n:,} read</source>
      <translation>{prompt_tokens:,} Tokens: {reused_tokens:,} wiederverwendet, {n:,} gelesen</translation>
    </message>
    <message>
      <location filename="leeward/ui/receipt_text.py" />
      <source>{times}; speed and settings are those of the last part</source>
      <translation>{times}; Geschwindigkeit und Einstellungen sind die des letzten Teils</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>A model that is new here tries for some seconds how it computes fastest, when nothing is asked of it.</source>
      <translation>Ein Modell, das hier neu ist, probiert einige Sekunden lang, wie es am schnellsten rechnet, wenn nichts von ihm verlangt wird.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Access token</source>
      <translation>Zugriffstoken</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After 15 minutes</source>
      <translation>Nach 15 Minuten</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After 30 minutes</source>
      <translation>Nach 30 Minuten</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After 5 minutes</source>
      <translation>Nach 5 Minuten</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>After an hour</source>
      <translation>Nach einer Stunde</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Answers</source>
      <translation>Antworten</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Ask</source>
      <translation>Fragen</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Ask before a message that does not fit is sent, or let the model forget the oldest messages.</source>
      <translation>Fragen, bevor eine Nachricht gesendet wird, die nicht passt, oder das Modell die ältesten Nachrichten vergessen lassen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Automatic has models above a billion parameters make one; small ones are bad at it.</source>
      <translation>„Automatisch“ lässt Modelle mit mehr als einer Milliarde Parametern einen Titel schreiben; kleine können das schlecht.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Balanced</source>
      <translation>Ausgewogen</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Balanced takes half the cores on battery and does nothing unasked then. Quiet always takes half, and other programs go first.</source>
      <translation>„Ausgewogen“ nutzt im Akkubetrieb die Hälfte der Kerne und tut dann nichts ungefragt. „Leise“ nutzt immer die Hälfte, und andere Programme gehen vor.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Behind an answer the model proposes what could be asked next. Small models are bad at it.</source>
      <translation>Nach einer Antwort schlägt das Modell vor, was als Nächstes gefragt werden könnte. Kleine Modelle können das schlecht.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Check spelling</source>
      <translation>Rechtschreibung prüfen</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Comfortable</source>
      <translation>Großzügig</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Compact</source>
      <translation>Kompakt</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Contrast</source>
      <translation>Kontrast</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Density</source>
      <translation>Dichte</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Enter with anything else starts a new line.</source>
      <translation>Jede andere Kombination mit Enter beginnt eine neue Zeile.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Every model</source>
      <translation>Jedes Modell</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Every new chat begins with it. Leave it empty for the model's own manner.</source>
      <translation>Jeder neue Chat beginnt damit. Leer lassen, damit das Modell auf seine eigene Art antwortet.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Find the fastest settings</source>
      <translation>Die schnellsten Einstellungen finden</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>First words</source>
      <translation>Erste Wörter</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>For example: Answer in short, plain sentences.</source>
      <translation>Zum Beispiel: Antworte in kurzen, einfachen Sätzen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>For models whose terms you have accepted. The keyring of the system keeps it.</source>
      <translation>Für Modelle, deren Bedingungen angenommen wurden. Der Schlüsselbund des Systems bewahrt es auf.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Forget</source>
      <translation>Vergessen</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Free the model's memory</source>
      <translation>Speicher des Modells freigeben</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Full power</source>
      <translation>Volle Leistung</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>How much room the window leaves between things.</source>
      <translation>Wie viel Platz das Fenster zwischen den Dingen lässt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Leeward connects only when you search or download.</source>
      <translation>Leeward verbindet sich nur zum Suchen oder Herunterladen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Look</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Network</source>
      <translation>Netzwerk</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Never</source>
      <translation>Nie</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>No token is kept.</source>
      <translation>Kein Token ist gespeichert.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Of everything in the window, in points.</source>
      <translation>Von allem im Fenster, in Punkt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Of the window. Another one is spoken from the next start on.</source>
      <translation>Des Fensters. Eine andere gilt ab dem nächsten Start.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Power mode</source>
      <translation>Energiemodus</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Quiet</source>
      <translation>Leise</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Read while I write</source>
      <translation>Beim Schreiben mitlesen</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Reload model</source>
      <translation>Modell neu laden</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Reset to defaults</source>
      <translation>Auf Standardwerte zurücksetzen</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Send with</source>
      <translation>Senden mit</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Suggest questions</source>
      <translation>Fragen vorschlagen</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>System</source>
      <comment>as the desktop is</comment>
      <translation>System</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>System follows the desktop: light, dark and high contrast.</source>
      <translation>„System“ folgt dem Desktop: hell, dunkel und hoher Kontrast.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Text size</source>
      <translation>Textgröße</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>The model reads a question while it is typed, so that the answer begins sooner. It takes some energy, and rests while a seed is set.</source>
      <translation>Das Modell liest eine Frage schon beim Tippen, damit die Antwort früher beginnt. Das kostet etwas Energie und ruht, solange ein Seed gesetzt ist.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>The token is kept.</source>
      <translation>Das Token ist gespeichert.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Theme</source>
      <translation>Farbschema</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Theme: {choice}</source>
      <translation>Farbschema: {choice}</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>These take effect when a model is loaded.</source>
      <translation>Diese wirken, wenn ein Modell geladen wird.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>This computer</source>
      <translation>Dieser Computer</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>This is no access token: it is one word without spaces.</source>
      <translation>Das ist kein Zugriffstoken: Es ist ein einziges Wort ohne Leerzeichen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Titles of new chats</source>
      <translation>Titel neuer Chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>Underlines words that the dictionaries of the system do not know. On Debian: hunspell-en-us, libenchant-2-2.</source>
      <translation>Unterstreicht Wörter, die die Wörterbücher des Systems nicht kennen. Unter Debian: hunspell-de-de, libenchant-2-2.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>When a chat gets too long</source>
      <translation>Wenn ein Chat zu lang wird</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <source>When nothing was asked of it for so long. It comes back by itself when you write.</source>
      <translation>Wenn es so lange nichts gefragt wurde. Es kommt von selbst zurück, wenn Sie schreiben.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_dialog.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Writing</source>
      <translation>Schreiben</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>A file to trust instead of the usual ones (PEM).</source>
      <translation>Eine Datei, der statt der üblichen vertraut wird (PEM).</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Above 1 makes recent words less likely, which breaks loops. 1 is off.</source>
      <translation>Über 1 werden kürzlich verwendete Wörter unwahrscheinlicher, was Schleifen durchbricht. 1 ist aus.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>After so many seconds without a sign of life it is started again.</source>
      <translation>Nach so vielen Sekunden ohne Lebenszeichen wird sie neu gestartet.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Certificates</source>
      <translation>Zertifikate</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Choose among the likeliest words that together have this probability. 1 is off.</source>
      <translation>Unter den wahrscheinlichsten Wörtern wählen, die zusammen diese Wahrscheinlichkeit haben. 1 ist aus.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Choose among this many of the likeliest words.</source>
      <translation>Unter so vielen der wahrscheinlichsten Wörter wählen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Disk for what was read</source>
      <translation>Speicherplatz für Gelesenes</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Downloads at once</source>
      <translation>Gleichzeitige Downloads</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Drop words less likely than this share of the likeliest one. 0 is off.</source>
      <translation>Wörter auslassen, die unwahrscheinlicher sind als dieser Anteil des wahrscheinlichsten. 0 ist aus.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>For example http://proxy:3128. Only downloads and the search use it.</source>
      <translation>Zum Beispiel http://proxy:3128. Nur Downloads und die Suche verwenden ihn.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>How many layers of the model a graphics card computes. 0 is the processor only.</source>
      <translation>Wie viele Schichten des Modells eine Grafikkarte berechnet. 0 ist nur der Prozessor.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>How many processor cores compute. Automatic takes those that are free.</source>
      <translation>Wie viele Prozessorkerne rechnen. „Automatisch“ nimmt die freien.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>How many tokens of the chat the model keeps in mind. More takes more memory.</source>
      <translation>Wie viele Tokens des Chats das Modell im Gedächtnis behält. Mehr braucht mehr Speicher.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Keep nothing</source>
      <translation>Nichts aufbewahren</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Low is sober and repeatable, high is inventive. 0 always takes the likeliest word.</source>
      <translation>Niedrig ist nüchtern und wiederholbar, hoch ist einfallsreich. 0 nimmt immer das wahrscheinlichste Wort.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Models come from</source>
      <translation>Modelle kommen von</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>More share the same line, and the server may refuse them.</source>
      <translation>Mehr teilen sich dieselbe Leitung, und der Server lehnt sie womöglich ab.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>New each time</source>
      <translation>Jedes Mal neu</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>No limit</source>
      <translation>Keine Grenze</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>None</source>
      <translation>Keiner</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Patience with the engine</source>
      <translation>Geduld mit der Engine</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Proxy</source>
      <translation>Proxy</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>So many GB of what models have read of your chats are kept, so that they need not read it again.</source>
      <translation>So viele GB von dem, was Modelle von Ihren Chats gelesen haben, werden aufbewahrt, damit sie es nicht noch einmal lesen müssen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>Stop an answer after this many tokens (a token is about ¾ of a word).</source>
      <translation>Eine Antwort nach so vielen Tokens stoppen (ein Token ist etwa ¾ eines Wortes).</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>The Hugging Face Hub, or the address of a mirror of it.</source>
      <translation>Der Hugging Face Hub oder die Adresse eines Spiegels davon.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>The same seed and question give the same answer again.</source>
      <translation>Derselbe Seed und dieselbe Frage ergeben wieder dieselbe Antwort.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>The usual ones</source>
      <translation>Die üblichen</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>{label}: less</source>
      <translation>{label}: weniger</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>{label}: more</source>
      <translation>{label}: mehr</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_fields.py" />
      <source>{setting}: {value}</source>
      <translation>{setting}: {value}</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>Set for this model: {value}, which is used instead.</source>
      <translation>Für dieses Modell eingestellt: {value}, was stattdessen verwendet wird.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>The loaded model's makers suggest {value}, which is used until you change this.</source>
      <translation>Die Hersteller des geladenen Modells empfehlen {value}, was verwendet wird, bis es hier geändert wird.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>{persona} answers with {value}, which is used instead.</source>
      <translation>{persona} antwortet mit {value}, was stattdessen verwendet wird.</translation>
    </message>
    <message>
      <location filename="leeward/ui/settings_notes.py" />
      <source>{persona} answers, and new chats begin with the instructions of that persona.</source>
      <translation>{persona} antwortet, und neue Chats beginnen mit den Anweisungen dieser Persona.</translation>
    </message>
    <message>
      <location filename="leeward/ui/shortcut_sheet.py" />
      <location filename="leeward/ui/window_actions.py" />
      <source>Keyboard shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <location filename="leeward/ui/shortcut_sheet.py" />
      <source>{action}: {key}</source>
      <translation>{action}: {key}</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Back to the chats</source>
      <translation>Zurück zu den Chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Dark theme</source>
      <translation>Dunkles Farbschema</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Empty the bin</source>
      <translation>Papierkorb leeren</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Empty…</source>
      <translation>Leeren…</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Find and get models ({key})</source>
      <translation>Modelle suchen und holen ({key})</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Folders, archive, bin and tags</source>
      <translation>Ordner, Archiv, Papierkorb und Tags</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Light theme</source>
      <translation>Helles Farbschema</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>More: import, back up, tables and help</source>
      <translation>Mehr: Import, Sicherung, Tabellen und Hilfe</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>New chat ({key})</source>
      <translation>Neuer Chat ({key})</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Search chats</source>
      <translation>Chats durchsuchen</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Search in all chats, or by #tag ({key})</source>
      <translation>In allen Chats suchen oder nach #Tag ({key})</translation>
    </message>
    <message>
      <location filename="leeward/ui/sidebar.py" />
      <source>Settings ({key})</source>
      <translation>Einstellungen ({key})</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Copied. It names no user, computer or folder.</source>
      <translation>Kopiert. Der Text nennt weder Benutzer noch Computer noch Ordner.</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Copy as text</source>
      <translation>Als Text kopieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>How far the measurement is</source>
      <translation>Wie weit die Messung ist</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Measure</source>
      <translation>Messen</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Measured so far</source>
      <translation>Bisher gemessen</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Nothing was measured yet. Choose a model and press “Measure”.</source>
      <translation>Es wurde noch nichts gemessen. Wählen Sie ein Modell und drücken Sie „Messen“.</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Starting…</source>
      <translation>Wird begonnen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Stopped. Nothing of it is kept.</source>
      <translation>Gestoppt. Davon wird nichts aufbewahrt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>Takes {n} seconds at most, in an engine of its own: chats go on. The figures are best while the machine has nothing else to do.</source>
      <translation>Dauert höchstens {n} Sekunden, in einer eigenen Engine: Chats gehen weiter. Die Werte sind am besten, während der Rechner nichts anderes zu tun hat.</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>There is no model here to measure. Get one with “Find and get models” (Ctrl+D).</source>
      <translation>Hier ist kein Modell zum Messen. Holen Sie eines mit „Modelle suchen und holen“ (Strg+D).</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/dialog.py" />
      <source>{error} This measurement is shown, and not kept.</source>
      <translation>{error} Diese Messung wird gezeigt und nicht aufbewahrt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/model_menu.py" />
      <source>No model</source>
      <translation>Kein Modell</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Asking the same {n:,} tokens again…</source>
      <translation>Dieselben {n:,} Tokens werden nochmals gefragt…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Loading the model…</source>
      <translation>Das Modell wird geladen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Reading a prompt of {n:,} tokens, and writing…</source>
      <translation>Ein Prompt mit {n:,} Tokens wird gelesen, dann wird geschrieben…</translation>
    </message>
    <message>
      <location filename="leeward/ui/speed/words.py" />
      <source>Reading memory, to see what it allows…</source>
      <translation>Der Speicher wird gelesen, um zu sehen, was er zulässt…</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Go back to the backup of {made_at}</source>
      <translation>Zurück zur Sicherung vom {made_at}</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>It stays as it is, under another name beside {database}. Choose how to go on:</source>
      <translation>Sie bleibt, wie sie ist, unter anderem Namen neben {database}. Wie soll es weitergehen:</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Leeward cannot start</source>
      <translation>Leeward kann nicht starten</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Leeward: your chats need attention</source>
      <translation>Leeward: Die Chats brauchen Aufmerksamkeit</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Quit and change nothing</source>
      <translation>Beenden und nichts ändern</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Rescue {n:,} messages from {n_conversations:,} chats</source>
      <translation>{n:,} Nachrichten aus {n_conversations:,} Chats retten</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Start with no chats</source>
      <translation>Ohne Chats starten</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>The file with your chats is damaged.</source>
      <translation>Die Datei mit den Chats ist beschädigt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>This happens once and may take a minute. A backup is made first.</source>
      <translation>Das geschieht einmal und kann eine Minute dauern. Vorher wird eine Sicherung erstellt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/start_dialogs.py" />
      <source>Your chats are made ready for this version.</source>
      <translation>Die Chats werden für diese Version vorbereitet.</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>First word in about {time}</source>
      <translation>Erstes Wort in etwa {time}</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>Reading {to_read:,} of {n:,} tokens</source>
      <translation>{to_read:,} von {n:,} Tokens werden gelesen</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>about {time}</source>
      <translation>etwa {time}</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>{n:,} reused</source>
      <translation>{n:,} wiederverwendet</translation>
    </message>
    <message>
      <location filename="leeward/ui/status_text.py" />
      <source>{n} %</source>
      <translation>{n} %</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Back up everything</source>
      <translation>Alles sichern</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Backups (*.zip)</source>
      <translation>Sicherungen (*.zip)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Export all chats</source>
      <translation>Alle Chats exportieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Export this chat</source>
      <translation>Diesen Chat exportieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Go back to the backup of {date}? The chats, settings and personas that are here now are kept in a folder beside, and Leeward starts again with those of the backup.</source>
      <translation>Zurück zur Sicherung vom {date}? Die Chats, Einstellungen und Personas, die jetzt hier sind, werden in einem Ordner daneben aufbewahrt, und Leeward startet mit denen der Sicherung neu.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Import chats</source>
      <translation>Chats importieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Importing {file}: {n:,} of {n_all:,} chats.</source>
      <translation>{file} wird importiert: {n:,} von {n_all:,} Chats.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>JSON Lines (*.jsonl)</source>
      <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>JSON that can be imported again (*.json)</source>
      <translation>JSON, das wieder importiert werden kann (*.json)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Left out: {parts}.</source>
      <translation>Ausgelassen: {parts}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Markdown (*.md)</source>
      <translation>Markdown (*.md)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Open one that is kept first.</source>
      <translation>Zuerst einen öffnen, der aufbewahrt wird.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Restore a backup</source>
      <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Stopped: {sentence}</source>
      <translation>Gestoppt: {sentence}</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>The file is {path}.</source>
      <translation>Die Datei ist {path}.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>The file is {path}. “Restore a backup” brings it back.</source>
      <translation>Die Datei ist {path}. „Sicherung wiederherstellen“ holt alles zurück.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>There is no chat here that could be exported.</source>
      <translation>Hier gibt es keinen Chat, der exportiert werden könnte.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>They stand in the list by their date.</source>
      <translation>Sie stehen nach ihrem Datum in der Liste.</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>Web page (*.html)</source>
      <translation>Webseite (*.html)</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>You can go on. What was imported stays when you stop it.</source>
      <translation>Es kann weitergearbeitet werden. Was schon importiert ist, bleibt beim Stoppen erhalten.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} attached files</source>
      <extracomment>For one: {n:,} attached file</extracomment>
      <translation>
        <numerusform>{n:,} angehängte Datei</numerusform>
        <numerusform>{n:,} angehängte Dateien</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats and the settings are backed up.</source>
      <extracomment>For one: {n:,} chat and the settings are backed up.</extracomment>
      <translation>
        <numerusform>{n:,} Chat und die Einstellungen sind gesichert.</numerusform>
        <numerusform>{n:,} Chats und die Einstellungen sind gesichert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats exported.</source>
      <extracomment>For one: {n:,} chat exported.</extracomment>
      <translation>
        <numerusform>{n:,} Chat exportiert.</numerusform>
        <numerusform>{n:,} Chats exportiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats imported.</source>
      <extracomment>For one: {n:,} chat imported.</extracomment>
      <translation>
        <numerusform>{n:,} Chat importiert.</numerusform>
        <numerusform>{n:,} Chats importiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats imported: {programs}.</source>
      <extracomment>For one: {n:,} chat imported: {programs}.</extracomment>
      <translation>
        <numerusform>{n:,} Chat importiert: {programs}.</numerusform>
        <numerusform>{n:,} Chats importiert: {programs}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats there already</source>
      <extracomment>For one: {n:,} chat there already</extracomment>
      <translation>
        <numerusform>{n:,} schon vorhandener Chat</numerusform>
        <numerusform>{n:,} schon vorhandene Chats</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} chats without a message</source>
      <extracomment>For one: {n:,} chat without a message</extracomment>
      <translation>
        <numerusform>{n:,} Chat ohne Nachricht</numerusform>
        <numerusform>{n:,} Chats ohne Nachricht</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} from {program}</source>
      <translation>{n:,} von {program}</translation>
    </message>
    <message>
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} more cannot be used either.</source>
      <translation>{n:,} weitere können auch nicht verwendet werden.</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} notes about the user</source>
      <extracomment>For one: {n:,} note about the user</extracomment>
      <translation>
        <numerusform>{n:,} Notiz über den Benutzer</numerusform>
        <numerusform>{n:,} Notizen über den Benutzer</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} parts of an unknown kind</source>
      <extracomment>For one: {n:,} part of an unknown kind</extracomment>
      <translation>
        <numerusform>{n:,} Teil unbekannter Art</numerusform>
        <numerusform>{n:,} Teile unbekannter Art</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} pictures</source>
      <extracomment>For one: {n:,} picture</extracomment>
      <translation>
        <numerusform>{n:,} Bild</numerusform>
        <numerusform>{n:,} Bilder</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} sounds or videos</source>
      <extracomment>For one: {n:,} sound or video</extracomment>
      <translation>
        <numerusform>{n:,} Ton oder Video</numerusform>
        <numerusform>{n:,} Töne oder Videos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/transfer.py" />
      <source>{n:,} steps of tools</source>
      <extracomment>For one: {n:,} step of a tool</extracomment>
      <translation>
        <numerusform>{n:,} Schritt eines Werkzeugs</numerusform>
        <numerusform>{n:,} Schritte von Werkzeugen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Fastest settings</source>
      <translation>Schnellste Einstellungen</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Look for the fastest settings again</source>
      <translation>Erneut nach den schnellsten Einstellungen suchen</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Not tried yet.</source>
      <translation>Noch nicht probiert.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Nothing is faster than the usual settings.</source>
      <translation>Nichts ist schneller als die üblichen Einstellungen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Other programs are computing: what is fastest cannot be told now.</source>
      <translation>Andere Programme rechnen gerade: Was am schnellsten ist, lässt sich jetzt nicht sagen.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Stop looking for the fastest settings</source>
      <translation>Suche nach den schnellsten Einstellungen stoppen</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>There is no model that can be tried: none is loaded, or a graphics card computes.</source>
      <translation>Es gibt kein Modell, das sich probieren lässt: Keines ist geladen, oder eine Grafikkarte rechnet.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>Tuned: {parts}. Prompts are read {prompt:.2f} times and answers written {decode:.2f} times as fast as usual.</source>
      <translation>Abgestimmt: {parts}. Prompts werden {prompt:.2f}-mal und Antworten {decode:.2f}-mal so schnell wie üblich verarbeitet.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>What was found for the loaded model. Sending a message ends a trial.</source>
      <translation>Was für das geladene Modell gefunden wurde. Eine Nachricht zu senden beendet einen Versuch.</translation>
    </message>
    <message>
      <location filename="leeward/ui/tuning_row.py" />
      <source>no flash attention</source>
      <translation>keine Flash-Attention</translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/tuning_row.py" />
      <source>{n:,} threads</source>
      <extracomment>For one: {n:,} thread</extracomment>
      <translation>
        <numerusform>{n:,} Thread</numerusform>
        <numerusform>{n:,} Threads</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="leeward/ui/tuning_row.py" />
      <source>{n:,} tokens of a prompt at once</source>
      <extracomment>For one: {n:,} token of a prompt at once</extracomment>
      <translation>
        <numerusform>{n:,} Token eines Prompts auf einmal</numerusform>
        <numerusform>{n:,} Tokens eines Prompts auf einmal</numerusform>
      </translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>All actions of the message</source>
      <translation>Alle Aktionen der Nachricht</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>An earlier message, where nothing is written</source>
      <translation>Eine frühere Nachricht, wenn nichts geschrieben ist</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Archive this chat, or take it out</source>
      <translation>Diesen Chat archivieren oder aus dem Archiv holen</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Back up everything…</source>
      <translation>Alles sichern…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Close a folder</source>
      <translation>Ordner schließen</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Copy the selection</source>
      <translation>Auswahl kopieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Copy the selection as Markdown</source>
      <translation>Auswahl als Markdown kopieren</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Delete this chat</source>
      <translation>Diesen Chat löschen</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Export all chats…</source>
      <translation>Alle Chats exportieren…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Export this chat…</source>
      <translation>Diesen Chat exportieren…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Find and get models</source>
      <translation>Modelle suchen und holen</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Import chats…</source>
      <translation>Chats importieren…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Keep this text as a prompt</source>
      <translation>Diesen Text als Prompt speichern</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Larger text</source>
      <translation>Größerer Text</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Light or dark</source>
      <translation>Hell oder dunkel</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>List of chats</source>
      <translation>Liste der Chats</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Messages</source>
      <translation>Nachrichten</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Move this chat to a new folder</source>
      <translation>Diesen Chat in einen neuen Ordner verschieben</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>New line</source>
      <translation>Neue Zeile</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Next chat</source>
      <translation>Nächster Chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Open a folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Open a model file</source>
      <translation>Modelldatei öffnen</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Pin this chat to the top, or take it off</source>
      <translation>Diesen Chat oben anheften oder lösen</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Previous chat</source>
      <translation>Vorheriger Chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Prompts, at the beginning of a message</source>
      <translation>Prompts, am Anfang einer Nachricht</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Reading</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Rename a chat or folder</source>
      <translation>Chat oder Ordner umbenennen</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Rename this chat</source>
      <translation>Diesen Chat umbenennen</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Restore a backup…</source>
      <translation>Sicherung wiederherstellen…</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Search in all chats</source>
      <translation>In allen Chats suchen</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Send (another key can be set)</source>
      <translation>Senden (eine andere Taste ist einstellbar)</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Send after the answer under way</source>
      <translation>Nach der laufenden Antwort senden</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Show the archive</source>
      <translation>Archiv anzeigen</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Show the bin</source>
      <translation>Papierkorb anzeigen</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Smaller text</source>
      <translation>Kleinerer Text</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Speed of a model</source>
      <translation>Geschwindigkeit eines Modells</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Stop the answer, or end editing</source>
      <translation>Die Antwort stoppen oder das Bearbeiten beenden</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Temporary chat</source>
      <translation>Temporärer Chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Turn texts into a table</source>
      <translation>Texte in eine Tabelle verwandeln</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Usual size of text</source>
      <translation>Übliche Textgröße</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>What can be done with it</source>
      <translation>Was damit möglich ist</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Window</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_actions.py" />
      <source>Write a message</source>
      <translation>Nachricht schreiben</translation>
    </message>
    <message>
      <location filename="leeward/ui/window_dialogs.py" />
      <source>chat</source>
      <translation>Chat</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>A waiting message was removed</source>
      <translation>Eine wartende Nachricht wurde entfernt</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Editing the model's message. The old version stays.</source>
      <translation>Die Nachricht des Modells wird bearbeitet. Die alte Version bleibt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Editing the system prompt of this chat. The old version stays.</source>
      <translation>Der System-Prompt dieses Chats wird bearbeitet. Die alte Version bleibt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Editing your message. Sending it makes a new version; the old one stays.</source>
      <translation>Die eigene Nachricht wird bearbeitet. Senden erzeugt eine neue Version; die alte bleibt.</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Inserting a message of the model</source>
      <translation>Eine Nachricht des Modells wird eingefügt</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Inserting a message of yours</source>
      <translation>Eine eigene Nachricht wird eingefügt</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>No model is loaded: choose one above, then send</source>
      <translation>Es ist kein Modell geladen: oben eines wählen, dann senden</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>Your changes were dropped</source>
      <translation>Die Änderungen wurden verworfen</translation>
    </message>
    <message>
      <location filename="leeward/ui/writing.py" />
      <source>{model} is being loaded: then you can send</source>
      <translation>{model} wird geladen: Danach kann gesendet werden</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and summaries</source>
      <translation>Unterhaltung und Zusammenfassungen</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and summaries on small machines</source>
      <translation>Unterhaltung und Zusammenfassungen auf kleinen Computern</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and tools on small machines; not for commercial use</source>
      <translation>Unterhaltung und Werkzeuge auf kleinen Computern; nicht für kommerzielle Nutzung</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation and writing</source>
      <translation>Unterhaltung und Schreiben</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation, long texts, tools</source>
      <translation>Unterhaltung, lange Texte, Werkzeuge</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation, mathematics, structured answers</source>
      <translation>Unterhaltung, Mathematik, strukturierte Antworten</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Conversation, summaries, tools</source>
      <translation>Unterhaltung, Zusammenfassungen, Werkzeuge</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Demanding questions on large machines</source>
      <translation>Anspruchsvolle Fragen auf großen Computern</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Demanding questions, tools, many languages</source>
      <translation>Anspruchsvolle Fragen, Werkzeuge, viele Sprachen</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Finding short texts by meaning, very fast</source>
      <translation>Kurze Texte nach Bedeutung finden, sehr schnell</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Finding texts by meaning</source>
      <translation>Texte nach Bedeutung finden</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Finding texts by meaning in a hundred languages</source>
      <translation>Texte nach Bedeutung finden, in hundert Sprachen</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Knowledge at the speed of a smaller model (a mixture of experts)</source>
      <translation>Wissen in der Geschwindigkeit eines kleineren Modells (eine Mischung von Experten)</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Long texts in many languages, tools</source>
      <translation>Lange Texte in vielen Sprachen, Werkzeuge</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Programming</source>
      <translation>Programmieren</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Programming; not for commercial use</source>
      <translation>Programmieren; nicht für kommerzielle Nutzung</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Reasoning and mathematics</source>
      <translation>Schlussfolgern und Mathematik</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Reasoning on small machines; its memory of the conversation is large</source>
      <translation>Schlussfolgern auf kleinen Computern; sein Speicher für die Unterhaltung ist groß</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Science and mathematics</source>
      <translation>Naturwissenschaften und Mathematik</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Short answers on very small machines</source>
      <translation>Kurze Antworten auf sehr kleinen Computern</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Thinks before it answers, on small machines</source>
      <translation>Denkt vor der Antwort nach, auf kleinen Computern</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>Thinks before it answers; mathematics, programming, tools</source>
      <translation>Denkt vor der Antwort nach; Mathematik, Programmieren, Werkzeuge</translation>
    </message>
    <message>
      <location filename="resources/catalogue.json" />
      <source>multilingual</source>
      <translation>mehrsprachig</translation>
    </message>
    <message>
      <location filename="resources/personas/explain-code.toml" />
      <source>Explain code</source>
      <comment>persona</comment>
      <translation>Code erklären</translation>
    </message>
    <message>
      <location filename="resources/personas/explain-code.toml" />
      <source>Says what a piece of code does, step by step, and what may be wrong with it.</source>
      <comment>persona</comment>
      <translation>Sagt Schritt für Schritt, was ein Stück Code tut und was daran falsch sein könnte.</translation>
    </message>
    <message>
      <location filename="resources/personas/extract-data.toml" />
      <source>Extract data</source>
      <comment>persona</comment>
      <translation>Daten entnehmen</translation>
    </message>
    <message>
      <location filename="resources/personas/extract-data.toml" />
      <source>Takes facts out of a text as JSON; leeward extract uses it for whole folders.</source>
      <comment>persona</comment>
      <translation>Entnimmt einem Text Fakten als JSON; leeward extract verwendet sie für ganze Ordner.</translation>
    </message>
    <message>
      <location filename="resources/personas/proofread.toml" />
      <source>Corrects spelling, grammar and punctuation, and lists what was changed.</source>
      <comment>persona</comment>
      <translation>Korrigiert Rechtschreibung, Grammatik und Zeichensetzung und listet auf, was geändert wurde.</translation>
    </message>
    <message>
      <location filename="resources/personas/proofread.toml" />
      <source>Proofread</source>
      <comment>persona</comment>
      <translation>Korrekturlesen</translation>
    </message>
    <message>
      <location filename="resources/personas/summarise.toml" />
      <source>A short, faithful summary of a text.</source>
      <comment>persona</comment>
      <translation>Eine kurze, getreue Zusammenfassung eines Textes.</translation>
    </message>
    <message>
      <location filename="resources/personas/summarise.toml" />
      <source>Summarise</source>
      <comment>persona</comment>
      <translation>Zusammenfassen</translation>
    </message>
    <message>
      <location filename="resources/personas/translate.toml" />
      <source>Translate</source>
      <comment>persona</comment>
      <translation>Übersetzen</translation>
    </message>
    <message>
      <location filename="resources/personas/translate.toml" />
      <source>Translates into English, or from English into the language you name.</source>
      <comment>persona</comment>
      <translation>Übersetzt ins Englische oder aus dem Englischen in die genannte Sprache.</translation>
    </message>
    <message>
      <location filename="resources/personas/tutor.toml" />
      <source>Helps to understand a subject with questions and hints instead of ready answers.</source>
      <comment>persona</comment>
      <translation>Hilft mit Fragen und Hinweisen statt fertiger Antworten, ein Thema zu verstehen.</translation>
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
      <translation>Code erklären</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Explain simply</source>
      <comment>prompt</comment>
      <translation>Einfach erklären</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Find the fault</source>
      <comment>prompt</comment>
      <translation>Fehler finden</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>For and against</source>
      <comment>prompt</comment>
      <translation>Für und Wider</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Make a table</source>
      <comment>prompt</comment>
      <translation>Tabelle erstellen</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Proofread</source>
      <comment>prompt</comment>
      <translation>Korrekturlesen</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Rewrite</source>
      <comment>prompt</comment>
      <translation>Umschreiben</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Summarise</source>
      <comment>prompt</comment>
      <translation>Zusammenfassen</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Translate</source>
      <comment>prompt</comment>
      <translation>Übersetzen</translation>
    </message>
    <message>
      <location filename="resources/prompts.toml" />
      <source>Write tests</source>
      <comment>prompt</comment>
      <translation>Tests schreiben</translation>
    </message>
  </context>
</TS>
