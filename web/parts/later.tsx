import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component whose code is fetched when it is first shown: what few visits need delays none. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): FunctionComponent<Props> {
  let known: ComponentType<Props> | undefined;
  return function Later(props) {
    const [Shown, setShown] = useState(() => known);
    useEffect(() => {
      if (Shown !== undefined) return;
      void load().then((loaded) => {
        known = loaded;
        setShown(() => loaded);
      });
    }, []);
    return Shown === undefined ? <p class="later" aria-busy="true" /> : <Shown {...props} />;
  };
}
