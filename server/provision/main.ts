import { mainOf } from '../command/main-of.ts';
import { provisionCommand } from './command.ts';

process.exitCode = await mainOf(provisionCommand);
