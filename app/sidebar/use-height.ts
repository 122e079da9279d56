import { useEffect } from 'react';
import type { Host } from '../zaf/host.ts';

/** Keeps the frame as high as its content. */
export function useHeight(host: Host): void {
  useEffect(() => {
    let asked = 0;
    const observer = new ResizeObserver(() => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height === asked || height === 0) return;
      asked = height;
      host.resize(height);
    });
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [host]);
}
