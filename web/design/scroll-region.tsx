import { useEffect, useRef, type ReactNode } from 'react';

export interface ScrollRegionProps {
  readonly className: string;
  /** id of the element that names the region, or its name */
  readonly labelledBy?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A part that scrolls on its own. The keyboard can reach it exactly while there is something to scroll. */
export function ScrollRegion({ className, labelledBy, label, children }: ScrollRegionProps) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const region = element.current;
    if (region === null) return undefined;
    const follow = () => {
      const scrolls = region.scrollWidth > region.clientWidth || region.scrollHeight > region.clientHeight;
      if (scrolls) region.tabIndex = 0;
      else region.removeAttribute('tabindex');
    };
    const observer = new ResizeObserver(follow);
    observer.observe(region);
    for (const child of region.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <section ref={element} className={className} aria-labelledby={labelledBy} aria-label={label}>
      {children}
    </section>
  );
}
