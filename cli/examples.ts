import { invocation } from '../run/package-facts.ts';

/** What to type for the usual tasks of each command, without the name of this tool. */
const examples = {
  run: [
    ['run', 'drive the embedded reference target'],
    ['run --target https://pc.example:9440 --username admin --ca ca.pem', 'drive a build'],
    ['run --target http://127.0.0.1:4010 --level validation --timeout-ms 2000', 'drive a mock'],
    ['run --operation oauth_token_post --rule "token.*" --fail-fast', 'look at one thing only'],
  ],
  record: [['record --trace night.json.gz --ledger build.json', 'record the embedded reference target']],
  merge: [['merge shard-1.json shard-2.json --result result.json', 'join two shards']],
  clean: [
    ['clean --target https://pc.example:9440 --dry-run', 'list what would be removed, and remove nothing'],
    ['clean --target https://pc.example:9440', 'remove what earlier runs have left'],
  ],
  compare: [
    ['compare reference http://127.0.0.1:4010', 'how far a mock is from the reference target'],
    ['compare night.json.gz https://pc.example:9440', 'how a build differs from a recorded one'],
  ],
  mock: [
    ['mock', 'serve the reference target on port 9440'],
    ['mock --port 0 --fault register-answers-201', 'serve it with a fault, on a free port'],
  ],
  rules: [['rules --json', 'the rules for a script']],
  completion: [
    ['completion bash > ~/.local/share/bash-completion/completions/prism-oauth-conformance', 'for bash'],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [command: string, does: string])[]>>;

/** The examples at the end of the help of a command, each with what it does. */
export function examplesOf(command: keyof typeof examples): string {
  const lines = examples[command].flatMap(([words, does]) => [`  # ${does}`, `  ${invocation} ${words}`]);
  return ['', 'Examples:', ...lines].join('\n');
}

/** The end of the help of the tool. */
export function firstSteps(): string {
  return [
    '',
    'Without a command, "run" is meant. Every option of run is also an environment variable, such as',
    'PRISM_TARGET, and a key of a configuration file: see docs/configuration.md.',
    `To begin with:  ${invocation} run --help`,
  ].join('\n');
}
