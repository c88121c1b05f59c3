package com.srecopilot.identity;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.srecopilot.tenancy.Auditable;

/** What happened to people, keys and sign-ins. {@code subject} is the id of the person or key. */
public sealed interface IdentityEvent extends Auditable {

    UUID subject();

    @Override
    default String resourceType() {
        return "user";
    }

    @Override
    default String resourceId() {
        return subject().toString();
    }

    record SignedIn(UUID tenant, UUID subject) implements IdentityEvent {
        @Override
        public String action() {
            return "auth.sign_in";
        }
    }

    record SignInFailed(UUID tenant, UUID subject) implements IdentityEvent {
        @Override
        public String action() {
            return "auth.sign_in";
        }

        @Override
        public boolean success() {
            return false;
        }
    }

    record SignedOut(UUID tenant, UUID subject) implements IdentityEvent {
        @Override
        public String action() {
            return "auth.sign_out";
        }
    }

    /** The person ended one of their sessions from another one. */
    record SessionEnded(UUID tenant, UUID subject) implements IdentityEvent {
        @Override
        public String action() {
            return "auth.session_end";
        }
    }

    /** A refresh token came twice: all that stem from the same sign-in are void. */
    record RefreshReused(UUID tenant, UUID subject) implements IdentityEvent {
        @Override
        public String action() {
            return "auth.refresh_reuse";
        }

        @Override
        public boolean success() {
            return false;
        }
    }

    record PasswordChanged(UUID tenant, UUID subject) implements IdentityEvent {
        @Override
        public String action() {
            return "auth.password_change";
        }
    }

    record PersonAdded(UUID tenant, UUID subject, @JsonIgnore Changes changes) implements IdentityEvent {
        @Override
        public String action() {
            return "user.create";
        }
    }

    record PersonRenamed(UUID tenant, UUID subject, @JsonIgnore Changes changes) implements IdentityEvent {
        @Override
        public String action() {
            return "user.update";
        }
    }

    record RoleChanged(UUID tenant, UUID subject, @JsonIgnore Changes changes) implements IdentityEvent {
        @Override
        public String action() {
            return "user.role_change";
        }
    }

    record PersonDisabled(UUID tenant, UUID subject) implements IdentityEvent {
        @Override
        public String action() {
            return "user.disable";
        }
    }

    record PersonEnabled(UUID tenant, UUID subject) implements IdentityEvent {
        @Override
        public String action() {
            return "user.enable";
        }
    }

    record KeyCreated(UUID tenant, UUID subject, @JsonIgnore Changes changes) implements IdentityEvent {
        @Override
        public String action() {
            return "ingest_key.create";
        }

        @Override
        public String resourceType() {
            return "ingest_key";
        }
    }

    record KeyRevoked(UUID tenant, UUID subject) implements IdentityEvent {
        @Override
        public String action() {
            return "ingest_key.revoke";
        }

        @Override
        public String resourceType() {
            return "ingest_key";
        }
    }

    record KeyRotated(UUID tenant, UUID subject, @JsonIgnore Changes changes) implements IdentityEvent {
        @Override
        public String action() {
            return "ingest_key.rotate";
        }

        @Override
        public String resourceType() {
            return "ingest_key";
        }
    }

    /** The key before the last rotation was ended before its time. */
    record KeyGraceEnded(UUID tenant, UUID subject) implements IdentityEvent {
        @Override
        public String action() {
            return "ingest_key.end_grace";
        }

        @Override
        public String resourceType() {
            return "ingest_key";
        }
    }

    /** {@code subject} is the tenant itself. */
    record Founded(UUID tenant, UUID subject, @JsonIgnore Changes changes) implements IdentityEvent {
        @Override
        public String action() {
            return "tenant.create";
        }

        @Override
        public String resourceType() {
            return "tenant";
        }
    }
}
