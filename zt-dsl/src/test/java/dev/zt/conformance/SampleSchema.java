package dev.zt.conformance;

/** The declarations that random policies are written over: a field of each type, and then some. */
final class SampleSchema {
  private SampleSchema() {}

  static final String TEXT =
      """
      module t

      enum Tier { low < mid < high }
      enum Colour { red, green, blue }
      record Address { street: string  country: country }
      entity Org { }
      entity Team in Team, Org { lead: User }
      entity User in Team {
        level:   int
        tier:    Tier
        dept:    string
        tags:    set<string>
        started: time
        ends:    time?
        manager: User
        home:    Address
        tenure:  duration = now - started
      }
      entity Doc in Folder {
        dept:    string
        owner:   User
        size:    int
        price:   decimal
        tags:    set<string>
        readers: set<Team>
        tier:    Tier
        expires: time
        colour:  Colour
        ip:      ip
        actions read, write, share
        actions touch = read, write
      }
      entity Folder in Folder { tier: Tier  actions read, open }
      action { soft: bool }
      extend signal context { n: int  ratio: decimal  address: Address }
      extend signal device fresh 10m { }
      role "reader"
      role "writer" includes "reader"
      role "admin" includes "writer"
      segment web = workload "spiffe://t.example/web/*" or network "10.1.0.0/16"
      risk score {
        add 40 when context.n > 2
        add 30 when device.jailbroken
        subtract 20 when device.attested
        add 25 when not (identity.mfa_age <= 15m)
      }
      let trusted = device.managed and device.os_version >= "14.2"
      let owns(u: User, d: Doc) = d.owner == u
      let opening: time = "2026-03-02T09:05Z"
      let europe: set<country> = ["DE", "FR", "NL"]
      elevation lend permits User to share Doc when subject.level > 1 for at most 30m with reason
      """;
}
