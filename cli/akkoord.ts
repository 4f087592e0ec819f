/**
 * The command line of Akkoord. A subcommand is one line in the map below: a module that is loaded only
 * when it is asked for, with a function of the arguments and the outputs that returns the exit status.
 */
export type Output = { stdout: { write(text: string): unknown }; stderr: { write(text: string): unknown } };
export type Command = (args: string[], out: Output) => Promise<number>;

const commands: Record<string, () => Promise<Command>> = {
  check: async () => (await import('#app/exchange/check-command.ts')).runCheck,
  report: async () => (await import('./report.ts')).report,
  verify: async () => (await import('./verify.ts')).verify,
  import: async () => (await import('./institution.ts')).importCommand,
  export: async () => (await import('./institution.ts')).exportCommand,
  token: async () => (await import('./token.ts')).runToken,
};

/** Runs one subcommand; 2 when there is none by that name. */
export async function run(args: string[], out: Output): Promise<number> {
  const [name = '', ...rest] = args;
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return (await load())(rest, out);
  const known = Object.keys(commands).sort().join(', ');
  out.stderr.write(`akkoord: ${name === '' ? '' : `${name}? `}${known}\n`);
  return 2;
}

if (import.meta.main) {
  process.exitCode = await run(process.argv.slice(2), process);
}
