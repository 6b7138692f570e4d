import { useRef } from 'preact/hooks';

export interface OpenFileProps {
  readonly label: string;
  /** Endings of files that are offered, such as `.csv,.txt`. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** A button that lets a file be picked. */
export function OpenFile({ label, accept, onFile }: OpenFileProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => picker.current?.click()}>
        {label}
      </button>
      <input
        ref={picker}
        type="file"
        accept={accept}
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
          currentTarget.value = ''; // so that the same file can be opened again
        }}
      />
    </>
  );
}
