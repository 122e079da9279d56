import { deadlines } from './deadlines-command.ts';
import { mainOf } from './main-of.ts';

process.exitCode = await mainOf(deadlines);
