-- A case stays under the version of its agreement that was in force at its date. Until now there was one version.
alter table exchange_case add column agreement_version text not null default '2024-10-29';
alter table exchange_case alter column agreement_version drop default;
