import { mainOf } from '../command/main-of.ts';
import { deadlines } from './deadlines-command.ts';

process.exitCode = await mainOf(deadlines);
