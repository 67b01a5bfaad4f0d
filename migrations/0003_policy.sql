CREATE TABLE "restatements" (
	"workspace_id" text NOT NULL,
	"program_id" uuid NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"after_id" uuid,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "restatements_workspace_id_program_id_pk" PRIMARY KEY("workspace_id","program_id"),
	CONSTRAINT "restatements_done" CHECK ("restatements"."done" between 0 and "restatements"."total"),
	CONSTRAINT "restatements_finished" CHECK ("restatements"."finished_at" is null or "restatements"."started_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "policies" DROP CONSTRAINT "policies_workspace_id_program_id_effective_on_pk";--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "ended_by" text;--> statement-breakpoint
ALTER TABLE "restatements" ADD CONSTRAINT "restatements_program" FOREIGN KEY ("workspace_id","program_id") REFERENCES "public"."programs"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "restatements_next" ON "restatements" USING btree ("next_at") WHERE "restatements"."next_at" is not null;--> statement-breakpoint
CREATE INDEX "restatements_unfinished" ON "restatements" USING btree ("started_at") WHERE "restatements"."started_at" is not null and "restatements"."finished_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "policies_one_a_day" ON "policies" USING btree ("workspace_id","program_id","effective_on") WHERE "policies"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "policies_history" ON "policies" USING btree ("workspace_id","program_id","set_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_ended" CHECK ("policies"."ended_by" is null or "policies"."ended_at" is not null);