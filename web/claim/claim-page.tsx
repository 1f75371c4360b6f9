import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Json } from '@urtuu/kernel';
import { claimInputSchema, type FaultView } from '@urtuu/pensions/contract';
import { ProblemError } from '@urtuu/platform/contract';
import { useMemo, useState } from 'react';
import { pensions } from '../app/client.ts';
import { Failure } from '../app/failure.tsx';
import { useNode } from '../app/session.tsx';
import { Button } from '../design/button.tsx';
import { PageHead } from '../design/page-head.tsx';
import { useAnnounce } from '../design/toasts.tsx';
import { useLanguage } from '../language/language.tsx';
import { claimOfDraft, emptyClaim, readAt } from './claim-draft.ts';
import { ClaimFaults } from './claim-faults.tsx';
import { DraftContext } from './draft-fields.tsx';
import { useFaultText } from './fault-text.ts';
import { ImportClaim } from './import-claim.tsx';
import { ClaimPart } from './claim-part.tsx';
import { PeriodsPart } from './periods-part.tsx';
import { PersonPart } from './person-part.tsx';

/** Registers a claim: written into the form or brought as a file, checked by the same rules. */
export function ClaimPage() {
  const { t } = useLanguage();
  const faultText = useFaultText();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const country = useNode()?.country ?? 'KZ';
  const [draft, setDraft] = useState<Json>(() => emptyClaim(country));
  const [faults, setFaults] = useState<readonly FaultView[]>([]);

  const submit = useMutation({
    mutationFn: async (claim: Json) => {
      const check = await pensions.checkClaim({ body: claim });
      setFaults(check.faults.map((fault) => asMissing(fault, claim)));
      if (check.faults.some(({ severity }) => severity === 'error')) return undefined;
      // The check has read the whole claim; the schema only gives it its type here.
      return pensions.registerClaim({ body: claimInputSchema.parse(claim) });
    },
    onSuccess: (view) => {
      if (view === undefined) return;
      announce(t('claim.registered', { number: view.fileNumber }));
      queries.setQueryData(['case', view.caseId], view);
      for (const key of ['cases', 'tasks']) void queries.invalidateQueries({ queryKey: [key] });
      void navigate({ to: '/cases/$caseId', params: { caseId: view.caseId } });
    },
    onError: (error) => setFaults(faultsOfProblem(error)),
  });

  const form = useMemo(() => ({ draft, faults, change: setDraft, faultText }), [draft, faults, faultText]);
  const load = (claim: Json) => {
    setDraft(claim);
    setFaults([]);
    submit.reset();
  };

  return (
    <DraftContext.Provider value={form}>
      <div className="stack">
        <PageHead title={t('claim.title')} lede={t('claim.lede')} />
        <ImportClaim onLoad={load} />
        {faults.length === 0 ? null : <ClaimFaults faults={faults} />}
        {submit.isError ? <Failure error={submit.error} /> : null}
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!submit.isPending) submit.mutate(claimOfDraft(draft));
          }}
        >
          <ClaimPart />
          <PersonPart />
          <PeriodsPart />
          <Button type="submit" busy={submit.isPending}>
            {t('claim.register')}
          </Button>
        </form>
      </div>
    </DraftContext.Provider>
  );
}

/** An empty field is not of a wrong type: it is missing. */
function asMissing(fault: FaultView, claim: Json): FaultView {
  const empty = fault.code === 'type' && readAt(claim, fault.pointer) === undefined;
  return empty ? { ...fault, code: 'missing' } : fault;
}

/** A refusal that names places of the claim becomes faults of the form. */
function faultsOfProblem(error: unknown): readonly FaultView[] {
  if (!(error instanceof ProblemError)) return [];
  const { errors = [] } = error.problem;
  return errors.map(({ pointer, code, detail }) => ({ pointer, code, detail, severity: 'error' }));
}
