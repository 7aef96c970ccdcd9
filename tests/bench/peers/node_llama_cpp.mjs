// SPDX-License-Identifier: Apache-2.0
// node-llama-cpp's streaming chat with its defaults. As llama_cpp_python.py; run with the peers' folder as the current one.
import readline from "node:readline";
import path from "node:path";
import {pathToFileURL} from "node:url";

const entry = path.join(process.cwd(), "node_modules/node-llama-cpp/dist/index.js");
const {getLlama, LlamaChatSession} = await import(pathToFileURL(entry));
const llama = await getLlama({build: "never", logLevel: "error"});
const model = await llama.loadModel({modelPath: process.argv[2]});
const context = await model.createContext({contextSize: 2048});
console.log("ready");
for await (const line of readline.createInterface({input: process.stdin})) {
    const [prompt, nTokens] = JSON.parse(line);
    const sequence = context.getSequence();
    const session = new LlamaChatSession({contextSequence: sequence});
    const times = [];
    await session.prompt(prompt, {maxTokens: nTokens, temperature: 0.8, onToken: (tokens) => {
        for (const _ of tokens) times.push(performance.now() / 1000);
    }});
    session.dispose();
    sequence.dispose();
    console.log(JSON.stringify(times.length > 8 ? (times.length - 1) / (times.at(-1) - times[0]) : null));
}
process.exit(0);
