/// Somebody the service knows, for one request.
public struct Principal: Sendable, Hashable {
    /// What is written down: the name of an account, the id of a key, empty for nobody.
    public var name: String
    /// What it is to the service.
    public var role: Role
    /// Whose invoices it may see.
    public var scope: Scope
    /// What of the role's permissions this key or account has: a key may be given less.
    public var permissions: Set<Permission>
    /// The code under which a provider sends (`MNGui`), where it is one.
    public var provider: String?

    /// Somebody with that role, and at most its permissions.
    public init(
        name: String,
        role: Role,
        scope: Scope,
        permissions: Set<Permission>? = nil,
        provider: String? = nil
    ) {
        self.name = name
        self.role = role
        self.scope = scope
        self.permissions = permissions?.intersection(role.permissions) ?? role.permissions
        self.provider = provider
    }

    /// Anybody.
    public static let nobody = Principal(name: "", role: .anyone, scope: .nobody)

    /// Whether it may be done at all; the scope is asked separately.
    public func may(_ permission: Permission) -> Bool { permissions.contains(permission) }
}
