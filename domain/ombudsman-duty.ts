/** By what the date that an ombudsman has set is known among the deadlines. No policy has such a duty. */
export const OMBUDSMAN_REGIME = 'ombudsman';
export const CASE_FILE_DUTY = 'case_file';
