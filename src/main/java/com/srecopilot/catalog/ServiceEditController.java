package com.srecopilot.catalog;

import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import com.srecopilot.identity.Invalid;
import com.srecopilot.tenancy.Needs;

/** Describing a service by hand, a new one or a known one. */
@Controller
@Needs("services:write")
class ServiceEditController {

    private final Services services;
    private final Registry registry;

    ServiceEditController(Services services, Registry registry) {
        this.services = services;
        this.registry = registry;
    }
}
