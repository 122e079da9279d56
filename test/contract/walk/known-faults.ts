/** Where the description is wrong about real replies: a pattern of the fault's line, and why. */
export const KNOWN_FAULTS: readonly { fault: RegExp; why: string }[] = [
  {
    fault: /\.events\[\d+\]\.(value|previous_value): none of/,
    why: 'values of an event are texts, numbers, lists and objects in real replies; the description knows two of them',
  },
  {
    fault: /\.actions\[\d+\]\.value: \[.* is no string$/,
    why: 'notifications and webhook calls have lists as values; the description knows texts',
  },
];
