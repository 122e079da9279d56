import { mainOf } from '../command/main-of.ts';
import { calendar } from './calendar-command.ts';

process.exitCode = await mainOf(calendar);
