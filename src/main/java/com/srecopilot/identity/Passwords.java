package com.srecopilot.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

import com.srecopilot.tenancy.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps passwords as bcrypt hashes, and compares them outside of transactions: a hash takes a tenth of a second,
 * a connection is worth more.
 */
@Service
public class Passwords {

    private static final int SHORTEST = 12;
    /** Bcrypt looks no further. */
    private static final int LONGEST_BYTES = 72;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final SecureRandom random = new SecureRandom();
    private final String nobodys = encoder.encode("a password that nobody has");
    private final UserRepository users;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Passwords(UserRepository users, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.users = users;
        this.transaction = transaction;
        this.events = events;
    }

    /** Whether this is the person's password. */
    public boolean matches(UUID person, String password) {
        String hash = transaction.execute(status -> users.findById(person).map(User::passwordHash).orElse(nobodys));
        return compare(password, hash) && !hash.equals(nobodys);
    }

    /** Takes as long as {@link #matches}, so that nobody can tell from the time whether an account exists. */
    public void pretend(String password) {
        compare(password, nobodys);
    }

    /** @throws Invalid when the present password is wrong or the next one can't be used */
    public void change(UUID person, String present, String next) {
        if (!matches(person, present)) {
            throw new Invalid("present", "is not your present password");
        }
        requireAcceptable("next", next);
        String hash = hash(next);
        transaction.executeWithoutResult(status -> {
            users.findById(person).orElseThrow(() -> new NotFound("This person")).usePassword(hash);
            events.publishEvent(new IdentityEvent.PasswordChanged(Actor.current().tenant(), person));
        });
    }

    /** A random one that can be read out on the phone: about 95 bits, no look-alike letters. */
    public String suggest() {
        var password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    void requireAcceptable(String field, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new Invalid(field, "takes at least " + SHORTEST + " characters");
        }
        if (tooLong(password)) {
            throw new Invalid(field, "takes at most " + LONGEST_BYTES + " bytes");
        }
    }

    private boolean compare(String password, String hash) {
        return encoder.matches(tooLong(password) ? "" : password, hash);
    }

    private static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
    }
}
