import { writeFileSync } from 'node:fs';

/**
 * Writes what failed, as text, to the file AKKOORD_TEST_FAILURES: tests, files that do not load, and errors
 * outside any test, which vitest's own report for machines leaves out.
 */
export default class FailuresReporter {
  onTestRunEnd(modules, unhandled) {
    const failures = modules.flatMap((module) => [
      ...module.errors().map((error) => inWords(module.moduleId, error)),
      ...[...module.children.allSuites()].flatMap((suite) =>
        suite.errors().map((error) => inWords(`${module.moduleId} > ${suite.fullName}`, error)),
      ),
      ...[...module.children.allTests('failed')].map((test) =>
        inWords(`${module.moduleId} > ${test.fullName}`, test.result().errors[0]),
      ),
    ]);
    const outside = unhandled.map((error) => inWords('outside any test', error));
    writeFileSync(process.env.AKKOORD_TEST_FAILURES, [...failures, ...outside].join('\n'));
  }
}

function inWords(where, error) {
  return `FAILED ${where}\n${error?.stack ?? error?.message ?? ''}\n`;
}
