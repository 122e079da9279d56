import { cases } from './cases-command.ts';
import { mainOf } from './main-of.ts';

process.exitCode = await mainOf(cases);
