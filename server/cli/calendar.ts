import { calendar } from './calendar-command.ts';
import { mainOf } from './main-of.ts';

process.exitCode = await mainOf(calendar);
