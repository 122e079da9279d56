import { mainOf } from '../cli/main-of.ts';
import { provisionCommand } from './command.ts';

process.exitCode = await mainOf(provisionCommand);
