import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Button } from '#app/ui/button.tsx';
import { FileField } from '#app/ui/form.tsx';

type Props = {
  label: string;
  hint: string;
  submit: string;
  intent: string;
  /** endings of the files that are read */
  accept?: string;
  error?: string | undefined;
  busy?: boolean;
  className?: string;
  /** below the button */
  children?: ReactNode;
};

/** The form that hands in one spreadsheet. */
export function SheetUpload({ accept = '.csv,.xlsx,.ods,.tsv,.txt', ...props }: Props) {
  return (
    <Form method="post" encType="multipart/form-data" className={props.className}>
      <FileField
        label={props.label}
        hint={props.hint}
        name="file"
        id="file"
        accept={accept}
        error={props.error}
      />
      <Button kind="primary" name="intent" value={props.intent} busy={props.busy}>
        {props.submit}
      </Button>
      {props.children}
    </Form>
  );
}
