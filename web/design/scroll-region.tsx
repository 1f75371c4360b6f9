import { useEffect, useRef, type ReactNode } from 'react';

export interface ScrollRegionProps {
  readonly className: string;
  /** id of the element that names the region, or its name */
  readonly labelledBy?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

const ATTRIBUTES = ['tabindex', 'role', 'aria-labelledby', 'aria-label'] as const;

/** A part that scrolls on its own. The keyboard can reach it exactly while there is something to scroll. */
export function ScrollRegion({ className, labelledBy, label, children }: ScrollRegionProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const region = element.current;
    if (region === null) return undefined;
    const follow = () => {
      const scrolls = region.scrollWidth > region.clientWidth || region.scrollHeight > region.clientHeight;
      const named: Partial<Record<(typeof ATTRIBUTES)[number], string | undefined>> = scrolls
        ? { tabindex: '0', role: 'group', 'aria-labelledby': labelledBy, 'aria-label': label }
        : {};
      for (const attribute of ATTRIBUTES) {
        const value = named[attribute];
        if (value === undefined) region.removeAttribute(attribute);
        else region.setAttribute(attribute, value);
      }
    };
    const observer = new ResizeObserver(follow);
    observer.observe(region);
    for (const child of region.children) observer.observe(child);
    return () => observer.disconnect();
  }, [labelledBy, label]);
  return (
    <div ref={element} className={className}>
      {children}
    </div>
  );
}
