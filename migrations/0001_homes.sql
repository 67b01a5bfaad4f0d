CREATE TABLE "homes" (
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"wanted_revision" integer DEFAULT 1 NOT NULL,
	"shown_revision" integer DEFAULT 0 NOT NULL,
	"drawing_since" timestamp with time zone,
	CONSTRAINT "homes_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id"),
	CONSTRAINT "homes_revisions" CHECK ("homes"."shown_revision" between 0 and "homes"."wanted_revision")
);
--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "described_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "homes" ADD CONSTRAINT "homes_member" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "homes_stale" ON "homes" USING btree ("opened_at") WHERE "homes"."wanted_revision" > "homes"."shown_revision";