import type { CasesArguments } from './cases-arguments.ts';
import { eraseCase } from './cases-erase.ts';
import { exportCase } from './cases-export.ts';
import { fileOfCase } from './cases-file.ts';
import type { CasesCommand } from './cases-io.ts';
import { listCases } from './cases-list.ts';
import { preview } from './cases-preview.ts';
import { recompute } from './cases-recompute.ts';
import { retention } from './cases-retention.ts';
import { retry } from './cases-retry.ts';
import { showCase } from './cases-show.ts';

export const CASES_COMMANDS: Readonly<Record<CasesArguments['command'], CasesCommand>> = {
  list: listCases,
  show: showCase,
  retry,
  preview,
  recompute,
  retention,
  file: fileOfCase,
  export: exportCase,
  erase: eraseCase,
};
