/** A bulb, in the stroke of the other icons. */
export function BulbIcon() {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M5.75 11.25C4.5 10.4 3.5 9 3.5 6.75a4.5 4.5 0 0 1 9 0c0 2.25-1 3.65-2.25 4.5v1h-4.5v-1Z" />
      <path d="M6.25 14.5h3.5" />
    </svg>
  );
}
