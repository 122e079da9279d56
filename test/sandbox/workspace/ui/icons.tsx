import type { ReactNode, SVGAttributes } from 'react';

type IconProps = SVGAttributes<SVGElement>;

function icon(content: ReactNode) {
  return (props: IconProps) => (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      aria-hidden="true"
      {...props}
    >
      {content}
    </svg>
  );
}

export const ViewsIcon = icon(<path d="M2.5 3.5h11M2.5 8h11M2.5 12.5h7" />);
export const SandboxIcon = icon(
  <>
    <path d="M6 2.5v4L2.6 12a1 1 0 0 0 .9 1.5h9a1 1 0 0 0 .9-1.5L10 6.5v-4" />
    <path d="M5 2.5h6M4.4 9.5h7.2" />
  </>,
);
export const ClockIcon = icon(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 4.5V8l2.3 1.6" />
  </>,
);
export const CloseIcon = icon(<path d="m4 4 8 8M12 4l-8 8" />);
export const ReplyIcon = icon(<path d="M6.5 4 2.5 8l4 4M2.5 8h7a4 4 0 0 1 4 4" />);
export const NoteIcon = icon(
  <>
    <path d="M3 2.5h10v7.2L9.2 13.5H3z" />
    <path d="M13 9.5H9v4M5.5 5.5h5" />
  </>,
);
export const ChevronIcon = icon(<path d="m4 6 4 4 4-4" />);
export const SunIcon = icon(
  <>
    <circle cx="8" cy="8" r="3" />
    <path d="M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M12.6 3.4l-.7.7M4.1 11.9l-.7.7" />
  </>,
);
export const MoonIcon = icon(<path d="M13.5 9.6A6 6 0 1 1 6.4 2.5a4.8 4.8 0 0 0 7.1 7.1z" />);
export const ReloadIcon = icon(<path d="M13 8a5 5 0 1 1-1.5-3.6M13.2 2.2v2.7h-2.7" />);
export const AppsIcon = icon(<path d="M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h4v4h-4z" />);
export const MacroIcon = icon(<path d="M9 1.5 3.5 9H8l-1 5.5L12.5 7H8z" />);
export const BulletsIcon = icon(<path d="M6 4h7.5M6 8h7.5M6 12h7.5M2.8 4h.01M2.8 8h.01M2.8 12h.01" />);
export const NumbersIcon = icon(
  <path d="M7 4h6.5M7 8h6.5M7 12h6.5M2.5 3.2 3.6 2.5v3M2.4 9.6c.2-.7 1.6-.8 1.6.1 0 .8-1.6 1.2-1.6 1.8H4" />,
);
export const TicketIcon = icon(<path d="M1.5 5.5v-2h13v2a2.5 2.5 0 0 0 0 5v2h-13v-2a2.5 2.5 0 0 0 0-5z" />);
export const MailIcon = icon(<path d="M1.5 3.5h13v9h-13zM1.8 4 8 9l6.2-5" />);
export const PhoneIcon = icon(
  <path d="M3 2.5h2.6l1 3-1.6 1.2a8 8 0 0 0 4.3 4.3L10.5 9.4l3 1V13a1 1 0 0 1-1.1 1A11 11 0 0 1 2 3.6 1 1 0 0 1 3 2.5z" />,
);
export const WebIcon = icon(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M2 8h12M8 2c4.5 4 4.5 8 0 12M8 2c-4.5 4-4.5 8 0 12" />
  </>,
);
export const BoldIcon = icon(
  <path strokeWidth={1.8} d="M4.5 2.5h4a2.5 2.5 0 0 1 0 5.2h-4zM4.5 7.7h4.7a2.9 2.9 0 0 1 0 5.8H4.5z" />,
);
export const ItalicIcon = icon(<path strokeWidth={1.4} d="M6.5 2.5h5M4.5 13.5h5M9 2.5l-2 11" />);

export const LinkIcon = icon(
  <path d="M6.5 9.5 9.5 6.5M7 4.8l1.3-1.3a2.9 2.9 0 0 1 4.2 4.2L11.2 9M9 11.2l-1.3 1.3a2.9 2.9 0 0 1-4.2-4.2L4.8 7" />,
);
export const QuoteIcon = icon(<path d="M2.5 3v10M6 5h7.5M6 8h7.5M6 11h5" />);
export const CodeIcon = icon(<path d="m5.5 4-4 4 4 4M10.5 4l4 4-4 4" />);
export const ClipIcon = icon(
  <path d="m13 7.5-5.4 5.4a3.2 3.2 0 0 1-4.5-4.5L8.6 3a2.1 2.1 0 0 1 3 3L6.3 11.3a1 1 0 0 1-1.5-1.5L9.6 5" />,
);
export const FileIcon = icon(<path d="M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3" />);
export const MoreIcon = icon(<path strokeWidth={2} d="M3 8h.01M8 8h.01M13 8h.01" />);
export const PlusIcon = icon(<path d="M8 3v10M3 8h10" />);
export const SearchIcon = icon(
  <>
    <circle cx="7" cy="7" r="4.5" />
    <path d="m10.5 10.5 3.5 3.5" />
  </>,
);
export const SortIcon = icon(<path d="M5 3v10M2.5 10.5 5 13l2.5-2.5M11 13V3M8.5 5.5 11 3l2.5 2.5" />);
export const BackIcon = icon(<path d="m10 4-4 4 4 4" />);

/** The sign of the way by which a message came. */
export function ChannelIcon({ channel }: { channel: string }) {
  if (channel === 'email') return <MailIcon />;
  if (channel === 'voice' || channel === 'phone') return <PhoneIcon />;
  return <WebIcon />;
}
