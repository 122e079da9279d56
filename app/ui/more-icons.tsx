import { Icon, type IconProps } from './icon.tsx';

/* What the sidebar's first look doesn't show. */

export const CalendarIcon = (props: IconProps) => (
  <Icon {...props}>
    <rect x="1.75" y="3" width="12.5" height="11.25" rx="1" />
    <path d="M1.75 6.5h12.5M5 1.5V4M11 1.5V4" />
  </Icon>
);

export const CheckCircleIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="8" cy="8" r="6.75" />
    <path d="M5.25 8.25 7.25 10.25 10.75 6" />
  </Icon>
);

export const PhoneIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4.9 1.75 6.5 5 5.2 6.4a8.6 8.6 0 0 0 4.4 4.4L11 9.5l3.25 1.6-.5 2.4a1 1 0 0 1-1 .8C6.7 14.1 1.9 9.3 1.7 3.25a1 1 0 0 1 .8-1z" />
  </Icon>
);

export const PenIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m2 14 .75-3.25L11 2.5l2.5 2.5-8.25 8.25zM9.5 4l2.5 2.5" />
  </Icon>
);

export const PeopleIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="6" cy="5.25" r="2.5" />
    <path d="M1.25 13.75c.3-2.7 2.2-4.25 4.75-4.25s4.45 1.55 4.75 4.25M10.5 2.9a2.5 2.5 0 0 1 0 4.7M12 9.8c1.6.6 2.6 2 2.75 3.95" />
  </Icon>
);

export const FolderIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M1.75 12.5v-9h4.5l1.5 2h6.5v7z" />
    <path d="M1.75 7.5h12.5" />
  </Icon>
);

export const BulbIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5.75 11.25C4.5 10.4 3.5 9 3.5 6.75a4.5 4.5 0 0 1 9 0c0 2.25-1 3.65-2.25 4.5v1h-4.5v-1Z" />
    <path d="M6.25 14.5h3.5" />
  </Icon>
);
