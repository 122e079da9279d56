/** Amber and red are for what is due and overdue, and for nothing else. */
export type Tone = 'neutral' | 'warning' | 'danger' | 'success';
