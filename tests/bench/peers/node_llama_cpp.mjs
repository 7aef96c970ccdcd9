// SPDX-License-Identifier: Apache-2.0
// node-llama-cpp's streaming chat with its defaults: node_llama_cpp.mjs MODEL [THREADS], as answers.py says.
// To be run with the folder of its installation as the current one.
// By default it takes at least 4 threads. On fewer cores each token then takes seconds: such an answer is cut off.
import readline from "node:readline";
import path from "node:path";
import {pathToFileURL} from "node:url";

const LONGEST_ANSWER_MS = 15_000;
const [modelPath, threads] = process.argv.slice(2);
const entry = path.join(process.cwd(), "node_modules/node-llama-cpp/dist/index.js");
const {getLlama, LlamaChatSession} = await import(pathToFileURL(entry));
const llama = await getLlama({build: "never", logLevel: "error", ...(threads && {maxThreads: Number(threads)})});
const model = await llama.loadModel({modelPath});
const context = await model.createContext({contextSize: 2048});
const sequence = context.getSequence();
console.log("ready");
for await (const line of readline.createInterface({input: process.stdin})) {
    const [text, nTokens] = JSON.parse(line);
    const times = [];
    const signal = AbortSignal.timeout(LONGEST_ANSWER_MS);
    const began = performance.now();
    const session = new LlamaChatSession({contextSequence: sequence});
    await session.prompt(text, {maxTokens: nTokens, signal, stopOnAbortSignal: true, onToken: (tokens) => {
        for (const _ of tokens) times.push((performance.now() - began) / 1000);
    }}).catch((error) => {
        if (!signal.aborted) throw error;
    });
    session.dispose();
    await sequence.clearHistory(); // waits for the token that was being computed when the answer was cut off
    console.log(JSON.stringify([times[0] ?? 0, times.at(-1) ?? 0, times.length, signal.aborted]));
}
process.exit(0);
