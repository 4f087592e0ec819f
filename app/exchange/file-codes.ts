import type { FilePath, FileProblems } from './file-problem.ts';
import type { InstitutionFile } from './institution-file.ts';

/** The codes that a file declares, to check references against. */
export class FileCodes {
  readonly problems: FileProblems;
  readonly #broken: ReadonlySet<string>;
  readonly #known = new Map<string, Set<string>>();

  constructor(file: InstitutionFile, broken: ReadonlySet<string>, problems: FileProblems) {
    this.problems = problems;
    this.#broken = broken;
    this.#declare('unit', file.units);
    this.#declare('definition', file.headCountDefinitions);
    this.#declare('role', file.roles);
    this.#declare('body-kind', file.bodyKinds);
    this.#declare('body', file.bodies);
    this.#declare('framework', file.frameworks);
    this.#known.set('member', new Set(file.bodies.flatMap((one) => one.members.map(({ name }) => name))));
    this.#known.set('account', new Set(file.accounts.map((one) => one.login)));
    for (const framework of file.frameworks) this.#declare(`node ${framework.code}`, framework.nodes);
    for (const scheme of file.schemes) {
      this.#declare(`fund ${scheme.code}`, scheme.funds);
      this.#declare(`kind ${scheme.code}`, scheme.documentKinds);
      this.#declare(`document ${scheme.code}`, scheme.documents);
      this.#declare(`method ${scheme.code}`, scheme.consultationMethods);
      this.#declare(`involvement ${scheme.code}`, scheme.involvements);
      this.#declare(`step ${scheme.code}`, scheme.cycleSteps);
      for (const kind of scheme.documentKinds) {
        this.#declare(`question ${scheme.code} ${kind.code}`, kind.questions);
        this.#declare(`requirement ${scheme.code} ${kind.code}`, kind.requirements);
      }
      for (const document of scheme.documents) {
        const measures = document.versions.flatMap((version) => version.measures);
        this.#declare(`measure ${scheme.code} ${document.code}`, measures);
      }
    }
  }

  #declare(scope: string, entries: readonly { code: string }[]): void {
    this.#known.set(scope, new Set(entries.map((entry) => entry.code)));
  }

  /**
   * Notes a reference to something that is not in the file. What could not be read is not called unknown.
   * @param kind what is referred to, the key of a message
   * @param scope codes within which the code counts: the scheme, say
   */
  refer(path: FilePath, value: string | null, kind: string, ...scope: string[]): void {
    if (value === null) return;
    if (scope.some((outer) => this.#broken.has(outer))) return;
    const known = this.#known.get([kind, ...scope].join(' '));
    if (known?.has(value) || this.#broken.has(value)) return;
    if (known === undefined && scope.length > 0) return; // the outer code is unknown, and told so already
    this.problems.add(path, `unknown-${kind}`, { value });
  }
}
