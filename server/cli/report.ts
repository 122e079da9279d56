import { mainOf } from '../command/main-of.ts';
import { report } from './report-command.ts';

process.exitCode = await mainOf(report);
