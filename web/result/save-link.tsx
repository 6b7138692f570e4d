import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../languages/language.ts';

export interface SaveLinkProps {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly json: string;
}

/** Saves a report as the command line prints it. */
export function SaveLink({ name, json }: SaveLinkProps) {
  const words = useWords().result;
  const [url, setUrl] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [json]);
  return (
    <a class="quiet" href={url} download={`${name}.json`} aria-label={words.saveAs('JSON')}>
      JSON
    </a>
  );
}

/** Letters and digits of any script, and dashes for all else. */
export function fileName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'report';
}
