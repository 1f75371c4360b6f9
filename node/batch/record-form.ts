/**
 * The form of an insurance record as a check compiled from its published JSON Schema: it says only yes or no, four
 * times as fast as the parser that can say why. A test holds the two against each other.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { CheckForm, InsuranceRecord } from '@urtuu/law';
import schema from '@urtuu/law/schema/insurance-record.schema.json' with { type: 'json' };

const ajv = new Ajv2020({ strict: true });

export const hasRecordForm: CheckForm = ajv.compile<InsuranceRecord>(schema);
