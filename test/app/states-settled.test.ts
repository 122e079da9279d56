import { testStates } from './support/states/look.ts';
import { settled } from './support/states/settled.ts';

testStates(settled);
