/** What a field's control is besides its value. */
export interface FieldState {
  isRequired: boolean;
  isDisabled: boolean;
  error: string | undefined;
}
