import { before } from './support/states/before.ts';
import { testStates } from './support/states/look.ts';

testStates(before);
