package com.srecopilot.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UserRepository extends Repository<User, UUID> {

    User save(User user);

    void flush();

    Optional<User> findById(UUID id);

    Optional<User> findByEmail(String email);

    /** Locked, so that two admins can't demote each other at the same moment. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from User u where u.active and u.role.name = 'admin'")
    List<User> lockActiveAdmins();

    /** Without the version: a sign-in never makes an admin's form stale. */
    @Modifying
    @Query("update User u set u.signedInAt = :at where u.id = :id")
    void noteSignIn(UUID id, Instant at);
}
