import { benchCases } from './cases';
import { benchCheckIn } from './check-in';
import { benchHome } from './home';
import { benchSweep } from './sweep';

const benches: Record<string, () => Promise<boolean>> = {
  cases: benchCases,
  checkin: benchCheckIn,
  home: benchHome,
  sweep: benchSweep,
};

/** `npm run bench -- checkin`, `-- cases`, `-- home` or `-- sweep`; exit code 1 when a bound is missed. */
async function main(name = ''): Promise<void> {
  const bench = benches[name];
  if (!bench) throw new Error(`bench: "${name}": expected one of ${Object.keys(benches).join(', ')}`);
  process.exitCode = (await bench()) ? 0 : 1;
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
