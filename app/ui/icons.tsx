import { Icon, type IconProps } from './icon.tsx';

export const ClockIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="8" cy="8" r="6.75" />
    <path d="M8 4.25V8l2.5 1.5" />
  </Icon>
);

export const AlertIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="8" cy="8" r="6.75" />
    <path d="M8 4.5v4.25M8 11.25v.1" />
  </Icon>
);

export const MailIcon = (props: IconProps) => (
  <Icon {...props}>
    <rect x="1.5" y="3.25" width="13" height="9.5" rx="1" />
    <path d="m2 4 6 5 6-5" />
  </Icon>
);

export const FlagIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3 14.5v-12M3 3h9.5l-2 2.75 2 2.75H3" />
  </Icon>
);

export const PersonIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="8" cy="5" r="2.75" />
    <path d="M2.5 14.25c.4-3 2.6-4.75 5.5-4.75s5.1 1.75 5.5 4.75" />
  </Icon>
);

export const PlugIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 2 8 4M14 6l-2 2M7 3.5 12.5 9l-1.75 1.75a3.2 3.2 0 0 1-4.5 0l-1-1a3.2 3.2 0 0 1 0-4.5zM5.25 10.75 2 14" />
  </Icon>
);

export const HourglassIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.5 1.5h9M3.5 14.5h9M4.75 1.5v2.25L8 7.5l3.25-3.75V1.5M4.75 14.5v-2.25L8 8.5l3.25 3.75v2.25" />
  </Icon>
);

export const DotsIcon = (props: IconProps) => (
  <Icon {...props}>
    <path strokeWidth="2.25" d="M8 3v.01M8 8v.01M8 13v.01" />
  </Icon>
);
