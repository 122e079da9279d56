import { parseArgs } from 'node:util';
import { demoDatabase } from '../demo/database.ts';
import { runSoak } from './soak.ts';

const USAGE = `Usage: npm run soak [-- --complaints 500] [--days 20] [--seed N] [--speed 20] [--json]
  A simulated account with seeded faults. The last line is {"seed","complaints","lost","double","wrong","faults"};
  the exit code is 1 where something was lost, done twice or dated wrongly. With --json nothing else is printed
  to the standard output.
`;

interface Options {
  readonly complaints: number;
  readonly days: number;
  readonly seed: number;
  readonly speed: number;
  readonly json: boolean;
}

function readOptions(args: string[]): Options | string {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args,
      options: {
        complaints: text,
        days: text,
        seed: text,
        speed: text,
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return '';
    const {
      complaints = '500',
      days = '20',
      seed = String(Math.floor(Math.random() * 1e9)),
      speed = '20',
    } = values;
    const read = {
      complaints: Number(complaints),
      days: Number(days),
      seed: Number(seed),
      speed: Number(speed),
    };
    const wrong = Object.entries(read).find(
      ([name, value]) => !Number.isInteger(value) || value < (name === 'seed' ? 0 : 1),
    );
    return wrong ? `--${wrong[0]} takes a whole number` : { ...read, json: values.json ?? false };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(options ? `${options}\n\n${USAGE}` : USAGE);
  process.exitCode = options ? 2 : 0;
} else {
  const say = (line: string): void => {
    (options.json ? process.stderr : process.stdout).write(`${line}\n`);
  };
  try {
    const { result } = await runSoak({ ...options, database: demoDatabase, say });
    process.stdout.write(`${JSON.stringify(result)}\n`);
    process.exitCode = result.lost + result.double + result.wrong > 0 ? 1 : 0;
  } catch (error) {
    process.stderr.write(
      `the soak broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
