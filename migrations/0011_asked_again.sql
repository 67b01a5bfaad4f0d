ALTER TABLE "consultations" ADD COLUMN "asked_again_by" text;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "asked_again_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_asker" FOREIGN KEY ("workspace_id","asked_again_by") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_asked_again" CHECK (("consultations"."asked_again_at" is null) = ("consultations"."asked_again_by" is null));