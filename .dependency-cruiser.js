/**
 * The directions of imports. Types count as well: a layer that needs another's types depends on it.
 * test/house/directions.test.ts shows that each rule bites.
 */
const PURE = '^src/(domain|errors)';
const ENTRY = '^src/(main|cli|practice)\\.ts$';
const ASSEMBLY = '^src/deps(/|\\.ts$)';

/** @returns a rule that forbids `from` every import of `to`. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid('no-cycles', 'Modules that need each other are one module.', {}, { circular: true }),
    forbid('no-unresolvable', 'Nothing is there.', {}, { couldNotResolve: true }),
    forbid(
      'no-dev-dependencies',
      'What the product needs belongs in "dependencies".',
      // The page is bundled: what it is made of is needed where it is built.
      { path: '^src/', pathNot: '^src/practice/page/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'no-tests-in-source',
      'The product knows nothing of its tests.',
      { path: '^src/' },
      { path: '^test/' },
    ),
    forbid('entries-are-not-imported', 'They start a process.', {}, { path: ENTRY }),
    forbid(
      'domain-is-pure',
      'The rules of the work know dates and kana, and nothing else.',
      { path: '^src/domain/' },
      { pathNot: ['^src/domain/', 'node_modules/(@date-fns/tz|date-fns|date-holidays|wanakana)/'] },
    ),
    forbid(
      'errors-know-texts-only',
      'Everyone throws them; their codes are keys of the message catalogue.',
      { path: '^src/errors' },
      { path: '^src/', pathNot: ['^src/i18n/', PURE] },
    ),
    forbid(
      'database-below-use-cases',
      'Queries know the domain only.',
      { path: '^src/db/' },
      { path: '^src/', pathNot: ['^src/db/', PURE] },
    ),
    forbid(
      'use-cases-know-no-slack',
      'They import domain, db and the job catalogue: whoever calls them may be a command line.',
      { path: '^src/usecases/' },
      { path: '^src/', pathNot: ['^src/(usecases|db)/', '^src/jobs/catalog', PURE] },
    ),
    forbid(
      'use-cases-know-no-clients',
      'Slack, the queue and the pool are handed to whoever needs them, and use cases do not.',
      { path: '^src/(usecases|domain|i18n|errors|config)' },
      { path: 'node_modules/(@slack/|bullmq/|ioredis/|pg/)' },
    ),
    forbid(
      'catalogue-knows-no-queue',
      'Naming a job must not load the queue.',
      { path: '^src/jobs/catalog' },
      { path: ['^src/', 'node_modules/(bullmq|ioredis)/'], pathNot: ['^src/jobs/catalog', PURE] },
    ),
    forbid(
      'queue-stays-in-jobs',
      'Nothing else knows which queue backend runs.',
      { path: '^src/', pathNot: ['^src/jobs/', ASSEMBLY] },
      { path: 'node_modules/(bullmq|ioredis)/' },
    ),
    forbid(
      'bolt-stays-in-slack',
      'Only listeners and the assembly know Bolt.',
      { path: '^src/', pathNot: ['^src/slack/', ASSEMBLY] },
      { path: 'node_modules/@slack/(bolt|oauth|socket-mode)/' },
    ),
    forbid(
      'views-are-pure',
      'Views and messages are functions of a model (from domain) and a translator.',
      { path: '^src/slack/(messages/|home/|modals/.*view)' },
      {
        path: ['^src/(db|usecases|jobs|deps|config)', 'node_modules/(@slack/(bolt|web-api)|drizzle-orm|pg)/'],
      },
    ),
    forbid(
      'texts-know-the-domain-only',
      'Translations need its types, and nothing else.',
      { path: '^src/i18n/' },
      { path: '^src/', pathNot: ['^src/i18n/', PURE] },
    ),
    forbid(
      'emulator-stands-alone',
      'A stand-in that shared our code would share our mistakes.',
      { path: '^src/emulator/' },
      { path: ['^src/', 'node_modules/@slack/(bolt|web-api|oauth|socket-mode)/'], pathNot: '^src/emulator/' },
    ),
    forbid(
      'practice-stays-in-practice',
      'The real Banso knows no emulator and no sample data.',
      { path: '^src/', pathNot: '^src/(practice|emulator)(/|\\.ts$)' },
      { path: '^src/(practice|emulator)/' },
    ),
    forbid(
      'page-stands-alone',
      'It runs in a browser: of ours it knows the types that its server speaks.',
      { path: '^src/practice/page/' },
      { path: ['^src/', '^node:'], pathNot: '^src/practice/(page/|protocol\\.ts$)' },
    ),
    forbid(
      'page-is-built-not-imported',
      'Its modules need a browser.',
      { path: '^src/', pathNot: '^src/practice/page/' },
      { path: '^src/practice/page/' },
    ),
    forbid(
      'assembly-is-called-by-entries',
      'Everything else receives the clients it needs.',
      { path: '^src/', pathNot: ['^src/(main|run|cli|practice)(/|\\.ts$)', ASSEMBLY] },
      { path: ASSEMBLY },
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // The parser takes no JSX; test/house/page-imports.test.ts looks at these.
    exclude: { path: '\\.tsx$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'require', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.json', '.css', '.d.ts'],
    },
  },
};
