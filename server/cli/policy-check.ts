import { mainOf } from '../command/main-of.ts';
import { policyCheck } from './policy-check-command.ts';

process.exitCode = await mainOf(policyCheck);
