/** The sign that Garden puts before a fault's words; its inputs themselves carry no mark that all of them share. */
const FAULT = '[data-garden-id="forms.input_message_icon"]';

/** Once the faults are shown, the first of them takes the focus: it is read out there, and can be mended at once. */
export function focusFault(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const place = form.querySelector(FAULT)?.closest('fieldset, [data-garden-id="forms.field"]');
    place?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  });
}
