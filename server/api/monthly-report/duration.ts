interface Units {
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
}

/** Seconds in the two largest units that matter: "3 d 4 h", "16 h 20 min", "4 min"; no line ends within one. */
export function durationIn({ day, hour, minute }: Units): (seconds: number) => string {
  return (seconds) => {
    const minutes = Math.round(seconds / 60);
    const [days, hours, rest] = [
      Math.floor(minutes / 1_440),
      Math.floor((minutes % 1_440) / 60),
      minutes % 60,
    ];
    const parts =
      days > 0
        ? ([
            [days, day],
            [hours, hour],
          ] as const)
        : ([
            [hours, hour],
            [rest, minute],
          ] as const);
    const said = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}\u00a0${unit}`);
    return said.length > 0 ? said.join(' ') : `0\u00a0${minute}`;
  };
}
