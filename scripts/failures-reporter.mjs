import { writeFileSync } from 'node:fs';

/**
 * Writes what failed, as text, to the file AKKOORD_TEST_FAILURES: tests, files that do not load, and errors
 * outside any test, which vitest's own report for machines leaves out. Then what passed only when it was tried again:
 * that is a fault too, of the test or of what it tests, and nobody sees it among the passed.
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
    const again = modules.flatMap((module) =>
      [...module.children.allTests('passed')]
        .filter((test) => test.diagnostic()?.flaky)
        .map((test) =>
          inWords(
            `${module.moduleId} > ${test.fullName}`,
            test.result().errors?.[0],
            'PASSED AT THE SECOND TRY',
          ),
        ),
    );
    writeFileSync(process.env.AKKOORD_TEST_FAILURES, [...failures, ...outside, ...again].join('\n'));
  }
}

function inWords(where, error, how = 'FAILED') {
  return `${how} ${where}\n${error?.stack ?? error?.message ?? ''}\n`;
}
