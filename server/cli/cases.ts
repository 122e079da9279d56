import { mainOf } from '../command/main-of.ts';
import { cases } from './cases-command.ts';

process.exitCode = await mainOf(cases);
